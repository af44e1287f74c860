#!/usr/bin/env python3
"""Checks certificates of settlements, as Docs/CertificateFormat.md describes them, with exact fractions and the standard library alone.

    verify.py FILE...        a name that ends in .jsonl holds one certificate a line

It checks the form; that values follow from their parts, with their units; that what is stated of somebody stands in amounts of their own, and
once; that all in the total of a step have their share; and that lines, households and pots add up. Exits with 1 where something does not hold.
"""
import argparse, json, re, sys
from collections import defaultdict
from fractions import Fraction
from math import ceil, floor

SHARES, DIGITS, WORK = ('steps', 'share', 'cutClaim', 'atRate'), 80, 20_000_000     # at most, of a number, and visits to nodes
TYPE = {key: kind for kind, keys in {
    str: 'format season scheme name flow clause gaqa rule value unit of direction above id', dict: 'odd', bool: 'given claims',
    int: 'sign total pot left line node due broughtForward paid residue step persons gross costs first last',
    list: 'lines pots nodes households steps parts asked amounts'}.items() for key in keys.split()}
LEAVES = {'constant': '', 'given': 'name of?', 'balance': 'name of?', 'contribution': 'name', 'taken': 'name', 'broughtForward': ''}
KEYS = {'isOne': 'of asked', 'stake': 'parts? name?', 'total': 'parts?', 'named': 'parts name', 'drawn': 'parts name', 'cutClaim': 'parts odd?',
        'rounded': 'parts direction step', 'roundedWithOthers': 'parts odd?', 'steps': 'parts name direction step odd?',
        'share': 'parts name direction step', 'rate': 'parts name direction step left', 'atRate': 'parts name direction step'}
VALUES = {      # of a node n with parts of the values a, b...
    'isOne': lambda n: n['of'] in n['asked'], 'stake': lambda n, *v: sum(v), 'sum': lambda n, *v: sum(v), 'total': lambda n, *v: sum(v),
    'difference': lambda n, a, b: a - b, 'product': lambda n, a, b: a * b, 'greatest': lambda n, *v: max(v), 'least': lambda n, *v: min(v),
    'mean': lambda n, *v: sum(v) / len(v), 'atLeast': lambda n, a, b: a >= b, 'all': lambda n, *v: set(v) == {1}, 'any': lambda n, *v: 1 in v,
    'not': lambda n, a: a == 0, 'choice': lambda n, a, b: b if a in (0, 1) else None, 'named': lambda n, a: a, 'same': lambda n, a: a,
    'rounded': lambda n, a: rounded(a, n['step'], n['direction']), 'notBelowZero': lambda n, a: max(0, a),
    'drawn': lambda n, a, b: min(a, max(0, b)), 'roundedWithOthers': lambda n, a: cut(max(Fraction(0), a), n),
    'cutToRest': lambda n, a, b: max(0, min(a, b)), 'rest': lambda n, a, *v: a - sum(v), 'withBroughtForward': lambda n, a, b: a + b,
    'steps': lambda n, a, b, c: cut(a * b / c, n), 'share': lambda n, a, b, c: rounded(a * b / c, n['step'], n['direction']),
    'cutClaim': lambda n, a, b, c: cut(a * c / b, n), 'rate': lambda n, a, b: rounded(a / b, n['step'], n['direction']),
    'atRate': lambda n, a, b: rounded(a * b, 1, n['direction'])}

def need(ok, *found):
    if not ok:
        raise ValueError('found ' + ' '.join(str(x)[:200] for x in found))

def once(items):
    need(len(dict(items)) == len(items), 'a key twice')
    return dict(items)

def whole(text):
    need(len(text) <= DIGITS and re.fullmatch('0|-?[1-9][0-9]*', text), text[:DIGITS], 'as a number')
    return int(text)

def fields(x, keys):
    """That an object has these keys and no others; those with a question mark may be left out."""
    required, known = {key for key in keys.split() if key[-1] != '?'}, set(keys.replace('?', '').split())
    need(type(x) is dict and required <= set(x) <= known and all(type(x[key]) is TYPE[key] for key in x), x, 'with other keys or types than', keys)

def number(text):
    need(len(text) <= DIGITS and re.fullmatch('-?[0-9]+(/[1-9][0-9]*)?', text) and str(Fraction(text)) == text, text, 'as a number')
    return Fraction(text)

def rounded(x, step, direction):
    a = abs(x) / step
    steps = {'down': floor(a), 'up': ceil(a), 'halfUp': floor(a + Fraction(1, 2)), 'halfEven': round(a)}[direction] * step
    return steps if x > 0 else -steps

def cut(x, n):
    """Cut to whole steps, and one more where `odd` says so."""
    q, odd = x / n.get('step', 1), n.get('odd', {'given': False})
    return (int(q) + ((q - int(q), odd['given']) > (number(odd['above']), False) if 'above' in odd else odd['given'])) * n.get('step', 1)

def allotted(exact, odd):
    """What is cut down to whole steps, and one step more for as many as make up the sum: those with the largest parts, the first or the last."""
    parts = [x - floor(x) for x in exact]
    more = set(sorted(range(len(parts)), key=lambda k: -parts[k] if 'above' in odd else -k if 'last' in odd else k)[:int(sum(parts))])
    return [floor(x) + (k in more) for k, x in enumerate(exact)]

def unit_of(rule, stated, u):
    """The unit for parts of the units u; None where these do not go together."""
    if not u:
        return 'truth' if rule == 'isOne' else stated if rule in ('constant', 'given', 'total') else 'fen'
    if rule == 'product':
        return 'fen' if 'fen' in u else ([''] + [x for x in u if x not in ('', 'truth')])[-1]
    if rule in SHARES + ('rate',):
        return 'fen' if u[0] == 'fen' and (len(u) < 3 or u[1] == u[2]) else None
    if rule in ('choice', 'all', 'any', 'not'):
        return None if set(u[:1] if rule == 'choice' else u) - {'', 'truth'} else u[1] if rule == 'choice' else 'truth'
    return None if len(set(u)) > 1 else 'truth' if rule == 'atLeast' else u[0]

class Check:
    """Raises an exception where a certificate does not hold; `at` is the place."""
    at = 'the form'

    def check(self, c):
        fields(c, 'format season lines pots nodes households')
        need(c['format'] == 'BenefitBinding certificate 1', 'the format', c['format'])
        self.lines, self.nodes, self.values, self.units, self.work = c['lines'], c['nodes'], [], [], 0
        self.starts = defaultdict(set)      # by scheme: the nodes of amounts and pots
        for i, n in enumerate(self.nodes):
            self.at = f'node {i}'
            self.check_node(n)
        need(len({json.dumps(n, sort_keys=True) for n in self.nodes}) == len(self.nodes), 'two equal nodes')
        self.check_households(c['households'])
        self.check_pots(c['pots'])
        self.check_stated()

    def check_node(self, n):
        rule, parts, odd = n['rule'], n.get('parts', []), n.get('odd', {'given': False, 'above': ''})
        fields(n, (LEAVES[rule] if rule in LEAVES else KEYS.get(rule, 'parts')) + ' rule value unit?')
        fields(odd, 'given above? first? last?')
        need(('parts' in n) == bool(parts) and (rule != 'stake' or ('name' in n) != bool(parts)) and len(odd) == 2, n, 'with a wrong key')
        need(all(type(p) is int and 0 <= p < len(self.values) for p in parts), n, 'with parts that do not stand before it')
        need(n.get('step', 1) > 0 and (rule != 'steps' or n['direction'] == 'down'), n, 'with a wrong step or direction')
        need(all(type(x) is str for x in n.get('asked', ())), n, 'with what is no text')
        value, unit, units, below = number(n['value']), n.get('unit', ''), [self.units[p] for p in parts], [self.nodes[p] for p in parts]
        need(rule not in ('mean', 'total') or len({x['name'] for x in below if x['rule'] == 'named'}) == len(parts), n, 'not of named parts')
        need(rule == 'atRate' or not any(x['rule'] in SHARES + ('rate',) for x in below), n, 'with a share as a part')
        need(len({self.values[p].denominator for p in parts}) <= 200, n, 'with too many denominators')
        need(unit == unit_of(rule, unit, units) and (unit or 'unit' not in n) and (unit != 'truth' or value in (0, 1)), n, 'of', units)
        need(rule in LEAVES or value == self.value(n), n, 'of parts with the values', *(self.values[p] for p in parts[:9]))
        self.values.append(value), self.units.append(unit)

    def value(self, n):
        parts, yuan = n.get('parts', ()), n['rule'] in ('rate', 'atRate')      # of a weight in fen
        return VALUES[n['rule']](n, *(self.values[p] / (100 if yuan and k == 1 and self.units[p] == 'fen' else 1) for k, p in enumerate(parts)))

    def check_households(self, households):
        for x in self.lines:
            fields(x, 'scheme name flow sign total')
            need(x['sign'] == (1 if x['flow'].endswith('income') else -1 if x['flow'] == 'cost' else 0), x, 'with a wrong sign')
        need(len({(x['scheme'], x['name']) for x in self.lines}) == len(self.lines), 'two lines of a name in a scheme')
        self.gaqa, self.persons, totals = {}, {}, [0] * len(self.lines)
        self.paid = defaultdict(list)       # by line and gaqa: the ids of households and the nodes of their amounts
        for k, h in enumerate(households):
            self.at, sums, last = f'household {k}', {1: 0, 0: 0, -1: 0}, -1
            fields(h, 'id gaqa persons gross costs amounts')
            need(h['id'] not in self.gaqa and h['persons'] >= 0, h['id'], 'twice or with fewer than no persons')
            self.gaqa[h['id']], self.persons[h['id']] = h['gaqa'], str(h['persons'])
            for line, i in h['amounts']:
                need(type(line) is type(i) is int and last < line < len(totals) and 0 <= i < len(self.nodes), line, i, 'as positions')
                value, last = self.values[i], line
                need(value and value.denominator == 1 and self.units[i] == 'fen', self.nodes[i], 'as an amount')
                self.paid[line, h['gaqa']].append((h['id'], i))
                self.starts[self.lines[line]['scheme']].add(i)
                totals[line] += value
                sums[self.lines[line]['sign']] += value
            need((h['gross'], h['costs']) == (sums[1], sums[-1]), h['gross'], h['costs'], 'and not', sums[1], sums[-1])
        self.at, self.gaqas = 'households', set(self.gaqa.values())
        need([x['total'] for x in self.lines] == totals, 'other totals of lines than', *totals)
        need(not self.gaqas & set(self.gaqa), 'an id that is the name of a gaqa')

    def below(self, starts, *stop):
        seen, todo = set(), list(starts)
        while todo:
            i = todo.pop()
            if i not in seen:
                seen.add(i)
                todo += self.nodes[i].get('parts', ()) if self.nodes[i]['rule'] not in stop else ()
        self.work += len(seen)
        need(self.work < WORK, 'too many values to visit')
        return seen

    def check_owner(self, i, who):
        """That a value follows, outside of totals, from what is stated of this household and its gaqa (or this gaqa), or of all."""
        for n in (self.nodes[p] for p in self.below([i], 'total')):
            need(n.get('of') in (None, who, self.gaqa.get(who)) or n['rule'] == 'isOne' and n['of'] not in self.gaqas, n, 'for', who)
            name = n['name'] if n['rule'] == 'given' else ''
            known = self.persons.get(n.get('of')) if name == 'persons' else '1' if name.startswith('1 ') else None
            need(known in (None, n['value']), n, 'and not', known)

    def check_stated(self):
        """That all is used, by whom it belongs to, and what is stated is stated once in a scheme, and below means once in a season."""
        tops = set().union(*self.starts.values())
        for h, i in (pair for pairs in self.paid.values() for pair in pairs):
            self.check_owner(i, h)
        for i in range(len(self.nodes) - 1, -1, -1):
            self.at, n, parts = f'node {i}', self.nodes[i], self.nodes[i].get('parts', [])
            need(i in tops or n['rule'] in ('total', 'rest', 'rounded', 'withBroughtForward'), 'no amount and no pot that follows from it')
            tops.update(parts)
            names = {self.nodes[p]['name']: self.check_owner(p, self.nodes[p]['name']) for p in parts} if n['rule'] == 'total' else {}
            need(set(names) <= set(self.gaqa) or set(names) <= self.gaqas, 'a total not all of households or all of gaqas')
        for starts in self.starts.values():
            found, seasons = self.below(starts, 'mean'), defaultdict(set)
            for p in (p for i in found if self.nodes[i]['rule'] == 'mean' for p in self.nodes[i]['parts']):
                seasons[self.nodes[p]['name']].add(p)
            for nodes in [found] + [self.below(parts) for parts in seasons.values()]:
                given = [(n['name'], n.get('of')) for n in (self.nodes[i] for i in nodes) if n['rule'] == 'given']
                need(len(set(given)) == len(given), 'what is stated with two values')

    def check_pots(self, pots):
        covered, rounding = set(), set()
        for k, pot in enumerate(pots):
            self.at = f'pot {k}'
            fields(pot, 'scheme clause gaqa? pot node? steps left')
            before, left = [], pot['pot']
            need(pot.get('gaqa') in self.gaqas | {None}, 'no gaqa of a household')
            need(self.figure(pot, pot) == left or 'node' not in pot and left == 0 and 'gaqa' in pot, left, 'and not its node')
            for j, step in enumerate(pot['steps']):
                self.at = f'pot {k}, step {j}'
                fields(step, 'name line? due node? claims? broughtForward paid residue')
                need((step['due'] >= 0 or step.get('claims')) and step['due'] <= left and step.get('line', 0) >= 0, step, 'where so much is left:', left)
                self.check_step(step, pot, before, covered)
                before.append((step['name'], step['paid'] + step['residue'] - step['broughtForward']))
                left -= before[-1][1]
            need(pot['left'] == left >= 0, pot['left'], 'left and not', left)
            nodes = [i for step in pot['steps'] if 'node' in step for i in self.below([step['node']], 'roundedWithOthers', 'rest', 'total')
                     if self.nodes[i]['rule'] == 'roundedWithOthers']      # and what these leave of the pot is rounded with them
            exact = [max(Fraction(0), self.values[self.nodes[i]['parts'][0]]) for i in nodes]
            need([self.values[i] for i in nodes] == allotted(exact + [pot['pot'] - sum(exact)], {'above': ''})[:-1], 'rounded out of turn', nodes)
            rounding.update(nodes)
        need(len({(pot['scheme'], pot['clause'], pot.get('gaqa')) for pot in pots}) == len(pots), 'a pot twice')
        below = self.below(i for key in self.paid if key not in covered for _, i in self.paid[key])
        need(not any(self.nodes[i]['rule'] in SHARES + ('taken', 'rest', 'broughtForward') for i in below), 'amounts of a pot without one')
        need(all(i in rounding for i, n in enumerate(self.nodes) if n['rule'] == 'roundedWithOthers'), 'what is rounded with no others')

    def figure(self, x, pot):
        """The value of the node of a pot or a step, if it has one."""
        if 'node' in x:
            need(0 <= x['node'] < len(self.nodes) and self.units[x['node']] == 'fen', x, 'with a wrong node')
            self.check_owner(x['node'], pot.get('gaqa'))
            self.starts[pot['scheme']].add(x['node'])
            return self.values[x['node']]

    def check_step(self, step, pot, before, covered):
        value, due, line = self.figure(step, pot), step['due'], self.lines[step['line']] if 'line' in step else None
        keys = {(step['line'], gaqa) for gaqa in ([pot['gaqa']] if 'gaqa' in pot else self.gaqas)} if line else set()
        pairs, had = [pair for key in sorted(keys) for pair in self.paid.get(key, ())], due + step['broughtForward']
        paid, exact = sum(self.values[i] for _, i in pairs), had == step['paid'] and step['residue'] == 0
        need(not line or [line['scheme'], line['name'], step['paid']] == [pot['scheme'], step['name'], paid], step, 'and not', paid, 'in', line)
        need(not keys & covered, 'a line that a step before pays')
        covered |= keys
        if step.get('claims'):      # what claims leave of their pool waits or is lost, and what they lack somebody bears
            need(step['residue'] in {0, (value if 'node' in step else paid) + step['broughtForward'] - paid}, step, 'with a wrong residue')
        if not line:
            need(exact and step['broughtForward'] == 0 and (value == due or 'node' not in pot and due == 0), step, 'and not paid what is due', value)
        elif any(self.nodes[i]['rule'] in SHARES for _, i in pairs):
            self.check_shares(step, pairs, had)
            need(value == due or value is None and self.nodes[pairs[0][1]]['rule'] == 'cutClaim', step, 'and not due', value)
        else:
            need(had == paid + step['residue'] or not pairs and step['residue'] == 0, step, 'with a wrong residue')
            need(value == due or 'node' not in step and due == 0 or step.get('claims') and due <= had, step, 'and not due', value)
            need(due == paid + step['residue'] - step['broughtForward'] or not step.get('claims'), step, 'and not claimed')
            totals = [{(self.nodes[p]['name'], self.nodes[p]['parts'][0]) for p in n.get('parts', ())} for n in self.nodes if n['rule'] == 'total']
            need(not pairs or any(x >= set(pairs) and not any(self.values[i] for _, i in x - set(pairs)) for x in totals), 'no total of', pairs)
        for i in self.below([i for _, i in pairs] + ([step['node']] if 'node' in step else [])):
            n, parts = self.nodes[i], self.nodes[i].get('parts', [])
            taken = [(self.nodes[p].get('name'), self.values[p]) for p in parts[1:] if self.values[p]] if n['rule'] == 'rest' else []
            need(n['rule'] != 'rest' or taken == [x for x in before if x[1]] and parts[0] == pot['node'], n, 'after', before)
            need(n['rule'] != 'taken' or (n['name'], self.values[i]) in before, n, 'after', before)
            need(n['rule'] != 'broughtForward' or self.values[i] == step['broughtForward'], n, 'and not', step['broughtForward'])

    def check_shares(self, step, pairs, had):
        """That all shares of a step are made alike, of what is due, and that all in the total have theirs."""
        n, got = self.nodes[pairs[0][1]], {h: self.nodes[i] for h, i in pairs}
        at = 2 if n['rule'] == 'cutClaim' else 1        # the place of the household's weight
        alike = [{**m, 'value': '', 'odd': {**m.get('odd', {}), 'given': ''}, 'parts': m['parts'][:at] + m['parts'][at + 1:]} for m in got.values()]
        rate = self.nodes[n['parts'][0]] if n['rule'] == 'atRate' else n
        need(rate is n or rate['rule'] == 'rate', n, 'without a rate')
        need(all(m == alike[0] for m in alike) and all(rate[k] == n[k] for k in ('name', 'direction', 'step') if k in n), n, 'and others')
        a, c = rate['parts'][0], rate['parts'][1 if n['rule'] in ('atRate', 'cutClaim') else 2]
        members, shared = {self.nodes[p]['name']: self.nodes[p]['parts'][0] for p in self.nodes[c]['parts']}, self.values[a]
        need(self.nodes[c]['rule'] == 'total' and set(got) <= set(members), 'shares without a total of all')
        left = rate.get('left', step['residue'] if n['rule'] == 'share' else 0)
        need(step['residue'] == left == shared - step['paid'], step, 'and not', left, 'as the residue of', shared)
        need(n['rule'] != 'cutClaim' or shared <= self.values[c], 'more than what is claimed')
        form = [self.nodes[a].get(k) for k in ('rule', 'direction', 'step')]
        if n['rule'] == 'steps' and a != step.get('node') and form == ['rounded', 'down', n['step']]:
            a = self.nodes[a]['parts'][0]
        whole, a = self.values[a], self.nodes[a]['parts'][0] if step['broughtForward'] and self.nodes[a]['rule'] == 'withBroughtForward' else a
        need(whole == had and self.values[a] == step['due'] and step.get('node', a) == a, n, 'as a share of', had)
        if n['rule'] in ('steps', 'cutClaim'):
            step = n.get('step', 1)
            shares = [x * step for x in allotted([shared * self.values[b] / self.values[c] / step for b in members.values()], n.get('odd', {}))]
        else:
            shares = [self.value({**n, 'parts': [n['parts'][0], b, *n['parts'][2:]]}) for b in members.values()]
        for (h, b), x in zip(members.items(), shares):
            need(got[h]['parts'][at] == b and number(got[h]['value']) == x if h in got else x == 0, h, 'with another share than', x)

def verify(name):
    """Says of a file whether it holds."""
    check, good = Check(), 0
    try:
        with open(name, 'rb') as file:
            for data in file if name.endswith('.jsonl') else [file.read()]:
                check = Check()
                check.check(json.loads(data.decode(), object_pairs_hook=once, parse_int=whole, parse_float=whole, parse_constant=whole))
                good += 1
        need(good, 'nothing')
    except Exception as fault:
        text = f'{name}, certificate {good + 1}, {check.at}: {type(fault).__name__}: {fault}'[:900]
        print(''.join(x if x.isprintable() else '?' for x in text))
        return False
    print(f'{name}: {good:,} certificates hold')
    return True

if __name__ == '__main__':
    options = argparse.ArgumentParser(description='Checks certificates of settlements.')
    options.add_argument('files', nargs='+')
    sys.exit(not all([verify(name) for name in options.parse_args().files]))
