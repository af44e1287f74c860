/// The values that cells of a column were read as, by their bytes: most words of a table stand in many rows.
struct SeenCells<Value> {
  private var values: [ArraySlice<UInt8>: Value] = [:]
  private var last: (cell: ArraySlice<UInt8>, value: Value)?

  /// The value that a cell like this one was read as, or `nil` where there was none.
  subscript(cell: ArraySlice<UInt8>) -> Value? {
    mutating get {
      if let last, last.cell == cell { return last.value }
      last = values[cell].map { (cell, $0) }
      return last?.value
    }
    set { values[cell] = newValue }
  }
}
