/// What is carried from season to season, by place.
struct Ledger: Equatable {
  struct Place: Hashable, Comparable {
    /// Empty for an account of the programme.
    let scheme: String
    let gaqa: String?
    /// `loss`, `residue LINE` or `account NAME`.
    let item: String

    static func < (a: Self, b: Self) -> Bool {
      (a.scheme, a.item, a.gaqa ?? "") < (b.scheme, b.item, b.gaqa ?? "")
    }
  }

  /// What households hold of a line, by id.
  struct Holding: Hashable {
    let scheme: String
    let line: String
  }

  private(set) var balances: [Place: Exact] = [:]
  var holdings: [Holding: [String: Exact]] = [:]

  init(tree: Tree) throws {
    for balance in try tree.required("balances").list {
      let place = Place(
        scheme: balance["scheme"]?.text ?? "",
        gaqa: balance["gaqa"]?.text,
        item: try Self.item(balance.required("item"))
      )
      // A file may say that nothing is there.
      let amount = try World.money(balance.required(text: "amount"))
      if !amount.isZero { balances[place] = amount }
    }
    for holding in tree["holdings"]?.list ?? [] {
      var amounts: [String: Exact] = [:]
      for (id, fen) in zip(holding["ids"]?.list ?? [], holding["fen"]?.list ?? []) {
        guard let id = id.text, let fen = fen.int else { throw Unread(what: "a holding") }
        amounts[id] = Exact(fen)
      }
      let key = Holding(
        scheme: try holding.required(text: "scheme"),
        line: try holding.required(text: "line")
      )
      holdings[key] = amounts
    }
  }

  /// The amount at a place; zero is not kept.
  subscript(scheme: String, gaqa: String?, item: String) -> Exact {
    get { balances[Place(scheme: scheme, gaqa: gaqa, item: item)] ?? .zero }
    set {
      balances[Place(scheme: scheme, gaqa: gaqa, item: item)] = newValue.isZero ? nil : newValue
    }
  }

  private static func item(_ tree: Tree) throws -> String {
    guard let only = tree.only else { throw Unread(what: "a balance") }
    return switch only.key {
    case "loss": "loss"
    case "residue": "residue \(try only.value.required(text: "line"))"
    case "account": "account \(try account(only.value.required("_0")))"
    default: throw Unread(what: "balance \(only.key)")
    }
  }

  /// An account in words: one of the programme says so.
  static func account(_ tree: Tree) throws -> String {
    if let name = tree.text { return name }
    let name = try tree.required(text: "name")
    return try tree.required(text: "of") == "programme" ? name + ofProgramme : name
  }

  private static let ofProgramme = " of the programme"

  /// The scheme that an account of one stands under.
  static func owner(of account: String, _ scheme: String) -> String {
    account.hasSuffix(ofProgramme) ? "" : scheme
  }
}
