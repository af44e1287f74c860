#!/usr/bin/env python3
"""Checks certificates of settlements, as Docs/CertificateFormat.md describes them, with the standard library alone: verify.py FILE...

Works all amounts out again, in the order of settling. A .jsonl file has one certificate a line. Exits with 1 where something does not hold."""
import functools, itertools, json, math, re, sys, unicodedata
from collections import Counter, defaultdict
from fractions import Fraction

DIGITS, WORK, NFC = 80, 1_000_000, functools.partial(unicodedata.normalize, 'NFC')      # at most, of a number, and values to work out
KEYS = {str: 'format season currency scheme clause line name flow gaqa account rule order direction value unit id status unspent lack',
        int: 'total node weight broughtForward residue step smallest position persons gross costs', dict: 'left pots gaqas households shares',
        list: 'clauses nodes register unlisted steps parts asked schemes'}
LEAST = {'step': 1, 'smallest': 1, 'node': 0, 'weight': 0, 'position': 0, 'persons': 0}
SHARED = {'steps': 'step order', 'share': 'step direction', 'rate': 'step direction', 'claims': 'unspent? lack?'}
STATED = 'name? unit? value? gaqas? households?'
FORMULAS = {rule: form for rules, form in (     # their keys, and their units where these are not those of their parts
    ('constant balance contribution', (STATED, None)), ('given', (STATED + ' scheme season?', None)), ('persons', ('', 'person')),
    ('status gaqa id', ('asked', '')), ('line lineTotal', ('name unit?', 'fen')), ('rest', ('unit?', 'fen')), ('atLeast', ('parts', '')),
    ('total totalInGaqa totalOfGaqas sum difference product quotient greatest least choice', ('parts', None)),
    ('named', ('parts name', None)), ('rounded', ('parts step direction', None)), ('roundedTogether', ('parts position', None))) for rule in rules.split()}
OPERATIONS = {      # of a formula n with parts of the values a, b...
    'sum': lambda n, *v: add(v), 'difference': lambda n, a, b: a - b, 'product': lambda n, a, b: a * b, 'named': lambda n, a: a,
    'quotient': lambda n, a, b: Fraction(a) / b, 'greatest': lambda n, *v: max(v), 'least': lambda n, *v: min(v), 'atLeast': lambda n, a, b: int(a >= b),
    'rounded': lambda n, a: rounded(a, n['step'], n['direction'])}

def need(ok, *found):
    if not ok:
        raise ValueError('found ' + ' '.join(str(x)[:200] for x in found))

def once(pairs):
    need(len(dict(pairs)) == len(pairs) and {type(x) for _, x in pairs} <= {str, int, list, dict}, 'a key twice, or null, true or false')
    return dict(pairs)

def number(text):
    need(len(text) <= DIGITS and re.fullmatch('-?[0-9]+(/[0-9]+)?', text) and str(Fraction(text)) == text, text[:DIGITS], 'as a number')
    return Fraction(text) if '/' in text else int(text)

def fields(x, keys):
    """Refuses an object with other keys than these (those with a question mark may be left out) or with values of other types."""
    required, known = {key for key in keys.split() if key[-1] != '?'}, set(keys.replace('?', '').split())
    need(type(x) is dict and required <= set(x) <= known, x, 'with other keys than', keys)
    need(all(key in KEYS[type(x[key])].split() and not (key in LEAST and x[key] < LEAST[key]) for key in x), x, 'with a wrong value')

def add(values):
    total = Fraction(0)
    for x in values:
        total += x
        need(total.denominator < 10 ** DIGITS, 'too many denominators')
    return total

def rounded(x, step, direction):
    steps = abs(x) / Fraction(step)
    near = {'down': math.floor(steps), 'up': math.ceil(steps), 'halfUp': (2 * steps + 1) // 2, 'halfEven': round(steps)}[direction] * step
    return near if x > 0 else -near

def handed_out(exact, order, step=1):
    """Cuts to whole numbers, and gives what that cuts off in all to those cut by most, to the first or to the last, one each; in steps."""
    cut = [x - math.floor(x) for x in exact]
    lucky = set(sorted(range(len(cut)), key={'largest': lambda k: -cut[k], 'first': lambda k: k, 'last': lambda k: -k}[order])[:math.floor(add(cut))])
    return [step * (math.floor(x) + (k in lucky)) for k, x in enumerate(exact)]

def shared_out(total, weights, x, smallest):
    everything = add(weights)
    if x['rule'] == 'steps':
        return handed_out([total // x['step'] * w / everything for w in weights], x['order'], x['step'])
    if x['rule'] == 'share':
        return [rounded(total * w / everything, x['step'], x['direction']) for w in weights]
    if x['rule'] == 'rate':
        return [rounded(rounded(total / everything, x['step'], x['direction']) * w, smallest, x['direction']) for w in weights]
    return handed_out([w * (everything if 'lack' in x else min(everything, max(total, 0))) / (everything * smallest) for w in weights], 'largest', smallest)

class Certificate:
    place = 'the form'      # of what does not hold, which raises an exception

    def check(self, c):
        fields(c, 'format season currency? smallest? clauses nodes register unlisted?')
        need(c['format'] == 'BenefitBinding certificate 2', 'the format', c['format'])
        self.smallest = {'fen': c.get('smallest', 1)}      # step of what is paid
        self.members = defaultdict(lambda: defaultdict(list))       # of each scheme and gaqa, '' for all, with their gaqas
        for h in c['register']:
            fields(h, 'id gaqa schemes persons status? gross costs')
            for scheme, gaqa in itertools.product(set(h['schemes']), {'', h['gaqa']}):
                self.members[scheme][gaqa].append((h['id'], h['gaqa']))
        for scheme in {x['scheme'] for x in c['clauses']}:      # in which gaqas without households take part
            self.members[scheme].update({gaqa: [] for gaqa in c.get('unlisted', ())} | self.members[scheme])
        order = [[NFC(h[key]) for key in ('gaqa', 'id')] for h in c['register']]
        self.register, self.nodes, self.units, self.work = {h['id']: h for h in c['register']}, c['nodes'], [], 0
        need(len(self.register) == len(order) and order == sorted(order), 'a household twice or out of order')
        self.units.extend(map(self.unit, self.nodes))       # one by one, as each asks for those before it
        given = [(n['scheme'], n['name'], n.get('season', c['season']), n.get('unit')) for n in self.nodes if n['rule'] == 'given']
        need(len(set(given)) == len(given), 'a figure that is stated twice')
        used = {x[key] for clause in c['clauses'] for x in (clause, *clause.get('steps', ())) for key in ('node', 'weight') if key in x}
        need(used.union(*(n.get('parts', ()) for n in self.nodes)) == set(range(len(self.nodes))), 'a formula that nothing uses, or none')
        self.paid, self.counted, self.sums = {}, {}, Counter()      # what each line pays each household, its unit, and each household's gross and costs
        for x in c['clauses']:
            self.settle(x)
        for h in c['register']:
            need(h['gross'] == self.sums[h['id'], 'income'] and h['costs'] == self.sums[h['id'], 'cost'], h, 'with other sums')

    def unit(self, n):
        keys, unit = FORMULAS[n['rule']]
        fields(n, keys + ' rule')
        need(len(n.keys() & {'value', 'gaqas', 'households'}) == (STATED in keys), n, 'as a formula')
        need(all(type(p) is int and 0 <= p < len(self.units) for p in n.get('parts', ())), n, 'with parts that do not stand before it')
        units = [self.units[p] for p in n.get('parts', ())][1 if n['rule'] == 'choice' else 0:]
        need(len(set(units)) < 2 or n['rule'] in ('product', 'quotient'), n, 'of parts in', *units)
        units = [units[0] if units[0] != units[1] else ''] if n['rule'] == 'quotient' else units
        if unit == 'fen':       # a line, or the rest of a pot, which may be a quantity
            return n.get('unit', 'fen')
        return unit if unit is not None else 'fen' if 'fen' in units else next((x for x in reversed(units) if x), n.get('unit', ''))

    def value(self, i, h, g):
        """The value of a formula for a household and its gaqa, for a gaqa, or for all."""
        n = self.nodes[i]
        h, g = {'total': ('', ''), 'totalInGaqa': ('', g), 'totalOfGaqas': ('', '')}.get(n['rule'], (h, g))
        if (i, h, g) not in self.known:
            self.work += 1
            x = self.known[i, h, g] = self.worked_out(n, h, g)
            need(abs(x.numerator) < 10 ** DIGITS > x.denominator and self.work < WORK, n, 'with a number or work that is too large')
        return self.known[i, h, g]

    def worked_out(self, n, h, g):
        rule, parts = n['rule'], n.get('parts')
        need(n.get('scheme', self.scheme) == self.scheme, n, 'of another scheme than', self.scheme)
        if STATED in FORMULAS[rule][0]:
            return number(n['value'] if 'value' in n else n['gaqas'][g] if 'gaqas' in n else n['households'][h])
        if rule in ('persons', 'status', 'gaqa', 'id'):
            return int(self.register[h][rule] in n['asked']) if 'asked' in n else self.register[h]['persons']
        if rule in ('line', 'lineTotal'):
            need(self.counted[self.scheme, n['name']] == n.get('unit', 'fen'), n, 'of a line in', self.counted[self.scheme, n['name']])
            return self.paid[self.scheme, n['name']].get(h, 0) if rule == 'line' else sum(self.paid[self.scheme, n['name']].values())
        if rule in ('total', 'totalInGaqa', 'totalOfGaqas'):
            places = self.members[self.scheme][g] if rule != 'totalOfGaqas' else [('', gaqa) for gaqa in self.members[self.scheme] if gaqa]
            return add(self.value(parts[0], *place) for place in places)
        if rule == 'choice':
            return self.value(parts[1 if self.value(parts[0], h, g) else 2], h, g)
        if rule == 'rest':
            need(n.get('unit', 'fen') == self.counts, n, 'of a pot in', self.counts)
        if rule == 'roundedTogether':
            step = self.smallest.get(self.units[parts[0]], 1)
            return handed_out([Fraction(self.value(p, h, g), step) for p in parts], 'largest', step)[n['position']]
        return self.left if rule == 'rest' else OPERATIONS[rule](n, *[self.value(p, h, g) for p in parts])

    def amount(self, i, h, g):
        x = self.value(i, h, g)
        need(self.units[i] == self.counts and x % self.smallest.get(self.counts, 1) == 0, self.nodes[i], 'with', x, self.units[i], 'as an amount')
        return int(x)

    def settle(self, x):
        """Works out a payment, or a distribution: each step with all its pots before the next. The gaqa '' stands for all."""
        fields(x, 'scheme unit? line flow total node shares' if 'line' in x else 'scheme unit? clause node steps left')
        self.place, self.scheme, self.known, self.left = x.get('line', x.get('clause')), x['scheme'], {}, None
        self.counts = x.get('unit', 'fen')      # of what the clause gives
        if 'line' in x:
            paid = {h: fen for h, g in self.members[self.scheme][''] if (fen := self.amount(x['node'], h, g))}
            need(x['shares'] == paid, 'shares', x['shares'], 'and not', paid)
            return self.pay(x, paid)
        need(x['left'].keys() in ({''}, self.members[self.scheme].keys() - {''}), 'other pots than one for all or for each gaqa')
        left = {g: self.amount(x['node'], '', g) for g in x['left']}
        need(self.counts == 'fen' or all('line' in step for step in x['steps']), 'an account that holds', self.counts)
        for step in x['steps']:
            form = 'weight pots rule ' + SHARED[step['rule']] if step.keys() & {'line', 'rule'} else ''
            fields(step, ('line flow total node? ' if 'line' in step else 'account node ') + form)
            need(step.get('pots', left).keys() == left.keys(), 'other pots than', *left)
            paid = {}
            for g in left:
                self.known, self.left = {}, left[g]
                due = max(0, min(self.amount(step['node'], '', g), self.left)) if 'node' in step else self.left
                left[g] -= self.share(step, step['pots'][g], due, g, paid) if 'rule' in step else due
            if 'line' in step:
                self.pay(step, paid)
        need(left == x['left'], 'that there is left', left)

    def share(self, step, pot, due, gaqa, paid):
        """What a step takes of a pot: what it pays, with what that leaves or lacks, less what was brought forward."""
        fields(pot, 'broughtForward residue shares')
        need(self.counts == 'fen' or not pot['broughtForward'], 'what was brought forward in', self.counts)
        total, claims, members = due + pot['broughtForward'], step['rule'] == 'claims', self.members[self.scheme]
        places = members[gaqa] if 'line' in step else [('', g) for g in sorted(members, key=NFC) if g and gaqa in ('', g)]
        weights = {h or g: w for h, g in places if (claims or total > 0) and (w := self.value(step['weight'], h, g))}
        need(all(w > 0 for w in weights.values()) and (claims or weights or total in (due, min(total, 0))), step, 'for nobody')
        parts = dict(zip(weights, shared_out(total, list(weights.values()), step, self.smallest.get(self.counts, 1))))
        need(pot['shares'] == {h: fen for h, fen in parts.items() if fen}, 'shares', pot['shares'], 'and not', parts)
        paid.update(parts)
        rest = total - sum(parts.values())
        residue = rest if 'unspent' in step or weights and step['rule'] in ('share', 'rate') else min(rest, 0)
        need(pot['residue'] == residue, pot['residue'], 'as a residue and not', residue)
        return due - rest + residue

    def pay(self, x, paid):
        line, total = (self.scheme, x['line']), sum(paid.values())
        need(x['total'] == total and line not in self.paid, line, 'with a total of', x['total'], 'and not', total, 'or twice')
        need((x['flow'] == 'quantity') == (self.counts != 'fen'), line, 'of', self.counts, 'as', x['flow'])
        self.paid[line], self.counted[line] = paid, self.counts
        self.sums.update({(h, x['flow'].split()[-1]): fen for h, fen in paid.items()})

def verify(name):
    certificate, count = Certificate(), 0
    reader = json.JSONDecoder(object_pairs_hook=once, parse_int=number, parse_float=number, parse_constant=number)
    try:
        with open(name, 'rb') as file:
            for count, data in enumerate(file if name.endswith('.jsonl') else [file.read()], 1):
                certificate = Certificate()
                certificate.check(reader.decode(data.decode()))
        need(count, 'nothing')
    except Exception as fault:
        print(f'{name}, certificate {count}, {certificate.place}:', repr(f'{type(fault).__name__}: {fault}'[:900]))
        return False
    print(f'{name}: {count:,} certificates hold')
    return True

if __name__ == '__main__':
    sys.exit(not all([verify(name) for name in sys.argv[1:]]))
