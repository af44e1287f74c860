#!/usr/bin/env python3
"""Changes certificates at random, and reports which changes the check does not refuse.

    mutate.py --count N --seed S FILE...     makes N mutants of the small certificates of the files
    mutate.py --hostile                      gives the check files that are meant to break it

An accepted mutant is harmless where all households, their amounts and the figures of all pots are as before. It is counted as restated where
what is stated differs (constants, facts of all, statuses, who is registered where, what the season before left). Others are printed: exit code 1.
"""
import argparse, json, marshal, os, random, sys, tempfile, time
from collections import Counter
from fractions import Fraction

from verify import LEAVES, VALUES, Check, once, verify

FIGURES, SECTIONS, RULES = ('pot', 'left', 'due', 'broughtForward', 'paid', 'residue'), ('lines', 'pots', 'nodes', 'households'), [*LEAVES, *VALUES]

def within(x):
    """All lists and objects within, with x."""
    return [x] + [z for y in (x.values() if type(x) is dict else x) if type(y) in (dict, list) for z in within(y)]

def value(r, c):
    """A number or a text is another."""
    x = r.choice(within(r.choice(c[r.choice(SECTIONS)])))
    k = r.choice(list(x) if type(x) is dict else range(len(x)))
    if type(x[k]) is bool:
        x[k] = not x[k]
    elif type(x[k]) is int:
        x[k] = r.choice((x[k] + 1, x[k] - 1, -x[k], 0, x[k] * 10, x[k] // 10, r.randrange(100)))
    elif x[k][:1].isdigit() or x[k][:1] == '-':
        a = Fraction(x[k])
        x[k] = str(r.choice((a + 1, a - 1, -a, a * 10, a + Fraction(1, a.denominator), 1 / a if a else a, Fraction(r.randrange(9)))))
    else:
        x[k] = r.choice((x[k] + 'x', x[k][:-1], x[k].upper(), r.choice(('up', 'down', 'halfUp', 'halfEven')), 'fen', 'truth'))

def node(r, c):
    """A node has another rule or another part."""
    n = r.choice(c['nodes'])
    if r.random() < 0.3:
        n['rule'] = r.choice(RULES)
    n['parts'][r.randrange(len(n['parts']))] = r.randrange(len(c['nodes']))

def place(r, c):
    """An element of a list is doubled, moved, gone or swapped."""
    x = r.choice([y for y in within(r.choice((c, c['pots'], c['households'], c['lines'], c['nodes']))) if type(y) is list])
    i, j, way = r.randrange(len(x)), r.randrange(len(x)), r.randrange(4)
    if way < 2:
        x.insert(j, x[i] if way == 0 else x.pop(i))
    elif way == 2:
        del x[i]
    x[i], x[j] = x[j], x[i]

def key(r, c):
    """A key is gone, or that of another object of the kind, or of any."""
    section = c[r.choice(SECTIONS)]
    x, y = r.choice(section), r.choice(section + within(c[r.choice(SECTIONS)]))
    k = r.choice(list(y))
    if k in x and r.random() < 0.5:
        x[k], y[k] = y[k], x[k]
    elif r.random() < 0.5:
        x[k] = y[k]
    else:
        del y[k]

def swap(r, c):
    """Two households have each other's amounts, or one of them, or each other's names."""
    x, y, k = r.choice(c['households']), r.choice(c['households']), r.choice(('one', 'id', 'gaqa', 'all'))
    if k == 'one':
        a = r.choice(x['amounts'])
        b = r.choice([b for b in y['amounts'] if b[0] == a[0]])
        a[1], b[1] = b[1], a[1]
        more, sign = int(c['nodes'][a[1]]['value']) - int(c['nodes'][b[1]]['value']), c['lines'][a[0]]['sign']
        for h, d in (x, more), (y, -more):
            h['gross'], h['costs'] = h['gross'] + d * (sign == 1), h['costs'] + d * (sign == -1)
    for k in ('amounts', 'gross', 'costs') if k == 'all' else (k,) if k != 'one' else ():
        x[k], y[k] = y[k], x[k]

def give(c, h, line, more):
    """A household gets so much more in a line, by its node, and in its sums."""
    n, sign = c['nodes'][dict(h['amounts'])[line]], c['lines'][line]['sign']
    n['value'] = str(int(n['value']) + more)
    h['gross'], h['costs'] = h['gross'] + more * (sign == 1), h['costs'] + more * (sign == -1)
    return n

def fen(r, c):
    """A step is moved from one household of a line to another."""
    line, i = r.choice(r.choice([h for h in c['households'] if h['amounts']])['amounts'])
    x, y = r.sample([h for h in c['households'] if line in dict(h['amounts'])], 2)
    a, b = give(c, x, line, c['nodes'][i].get('step', 1)), give(c, y, line, -c['nodes'][i].get('step', 1))
    if 'odd' in a and 'odd' in b and r.random() < 0.8:
        a['odd']['given'], b['odd']['given'] = True, False

def more(r, c):
    """A household gets a fen more, in all sums and in the pot, perhaps by a node of its own."""
    h = r.choice([h for h in c['households'] if h['amounts']])
    (line, i), d = r.choice(h['amounts']), r.choice((1, -1))
    if r.random() < 0.5:
        c['nodes'].append({'rule': 'constant', 'unit': 'fen', 'value': c['nodes'][i]['value']})
        h['amounts'] = [[k, len(c['nodes']) - 1 if k == line else n] for k, n in h['amounts']]
    give(c, h, line, d)
    c['lines'][line]['total'] += d
    for p in [p for p in c['pots'] if p.get('gaqa', h['gaqa']) == h['gaqa']]:
        for step in [step for step in p['steps'] if step.get('line') == line]:
            step['paid'] += d
            step[r.choice(('residue', 'due'))] -= d
            p['left'] += r.choice((0, d))

def pot(r, c):
    """Two or three figures of a pot, so that they may still add up."""
    p = r.choice(c['pots'])
    for x, k in r.sample([(x, k) for x in [p] + p['steps'] for k in x if k in FIGURES], r.choice((2, 2, 3))):
        x[k] += r.choice((1, -1)) if r.random() < 0.7 else -x[k]

def outcome(c):
    """What no change must alter; the order of pots and steps, and steps without money, are none of it."""
    people = sorted((h['id'], h['gaqa'], [(line, c['nodes'][i]['value']) for line, i in h['amounts']]) for h in c['households'])
    return people, sorted(sorted([x.get(k, 0) for k in FIGURES] for x in [p] + p['steps'] if any(x.get(k) for k in FIGURES)) for p in c['pots'])

def stated(c):
    """What the season, the register, the books and the terms say: for the reader to compare."""
    leaves = {i: {json.dumps(n, sort_keys=True)} for i, n in enumerate(c['nodes']) if 'parts' not in n and 'of' not in n or n['rule'] == 'isOne'}
    for i, n in enumerate(c['nodes']):
        leaves.setdefault(i, set().union(*(leaves[p] for p in n.get('parts', ()) if n['rule'] != 'total')))
    return ([(h['id'], h['gaqa'], [(line, leaves[i]) for line, i in h['amounts']]) for h in c['households']],
            sorted(json.dumps(n, sort_keys=True) for n in c['nodes'] if not n.get('parts')),
            [step['broughtForward'] for p in c['pots'] for step in p['steps']])

def run(files, count, seed):
    r, counts, done, began = random.Random(seed), Counter(), 0, time.time()
    texts = [x for f in files for x in (open(f, 'rb') if f.endswith('.jsonl') else [open(f, 'rb').read()])]
    base = [marshal.dumps(c) for c in map(json.loads, texts) if len(c['nodes']) < 100 and c['pots'] and c['households']]
    while done < count:
        blob, change = r.choice(base), r.choice((value, value, node, node, place, key, key, swap, fen, more, pot))
        was, c = marshal.loads(blob), marshal.loads(blob)
        try:
            change(r, c)
        except (LookupError, ValueError, TypeError, AttributeError):
            continue        # there is nothing of the kind
        if c == was:
            continue
        done += 1
        try:
            Check().check(json.loads(json.dumps(c), object_pairs_hook=once))
            end = 'harmless' if outcome(c) == outcome(was) else 'restated' if stated(c) != stated(was) else 'accepted'
        except Exception:
            end = 'refused'
        counts[end, change.__name__] += 1
        if end == 'accepted':
            print(change.__name__, *(f'\n    {json.dumps(x)[:300]}\n -> {json.dumps(y)[:300]}' for s in SECTIONS for x, y in zip(was[s], c[s]) if x != y))
    print(*(f'{change}: {n:,} {end}' for (end, change), n in sorted(counts.items())), sep='\n')
    ends = {end: sum(n for x, n in counts.items() if x[0] == end) for end in ('refused', 'harmless', 'restated', 'accepted')}
    print(f'{done:,} mutants in {time.time() - began:.0f} s:', ', '.join(f'{n:,} {end}' for end, n in ends.items()))
    return ends['accepted']

def hostile():
    one = {'rule': 'constant', 'unit': 'fen', 'value': '1'}
    line = {'scheme': 's', 'name': 'n', 'flow': 'wage income', 'sign': 1, 'total': 1}
    house = {'id': 'h', 'gaqa': 'g', 'persons': 1, 'gross': 1, 'costs': 0, 'amounts': [[0, 0]]}
    good = {'format': 'BenefitBinding certificate 1', 'season': '2016', 'lines': [line], 'pots': [], 'nodes': [one], 'households': [house]}
    text, million = json.dumps(good), 10 ** 6
    same = {**one, 'rule': 'same', 'parts': [0]}
    odd = {**one, 'rule': 'roundedWithOthers', 'parts': [0], 'odd': {'above': '1/0', 'given': True}}
    cases = {
        'nothing': '', 'truncated': text[:-1], 'NaN': text.replace('"total": 1', '"total": NaN'), 'deep': '[' * million + ']' * million,
        'long number': text.replace('"total": 1', '"total": ' + '7' * million), 'long value': text.replace('"1"', f'"{"7" * million}"'),
        'fraction': text.replace('"total": 1', '"total": 1.0'), 'zero below': text.replace('"1"', '"1/0"'), 'key twice': text.replace('{', '{"lines": [], ', 1),
        'above zero below': json.dumps({**good, 'nodes': [one, odd]}), 'negative part': json.dumps({**good, 'nodes': [one, {**same, 'parts': [-1]}]}),
        'negative node': text.replace('[[0, 0]]', '[[0, -1]]'), 'negative line': text.replace('[[0, 0]]', '[[-1, 0]]'), 'bool': text.replace('[[0, 0]]', '[[0, false]]'),
        'wrong type': text.replace('"g"', '{}'), 'doubled household': json.dumps({**good, 'households': [house, house]}), 'no certificate': 'null',
        'chain': json.dumps({**good, 'nodes': [one] + [{**same, 'parts': [k]} for k in range(million // 20)]}), 'not UTF-8': '\udcff',
        'equal nodes': json.dumps({**good, 'nodes': [one] * 1000}), 'wide': json.dumps({**good, 'nodes': [one, {**same, 'rule': 'sum', 'parts': [0] * (million // 10)}]})}
    with tempfile.TemporaryDirectory() as folder:
        path, accepted, began = os.path.join(folder, 'certificate.json'), [], time.time()
        for case, data in {'good': text, **cases}.items():
            with open(path, 'wb') as out:
                out.write(data.encode(errors='surrogateescape'))
            accepted += [case] if verify(path) else []
    print(f'{len(cases)} hostile files in {time.time() - began:.0f} s; accepted:', *accepted)
    return accepted != ['good']

if __name__ == '__main__':
    options = argparse.ArgumentParser(description=__doc__.split('\n')[0])
    options.add_argument('--count', type=int, default=1000)
    options.add_argument('--seed', type=int, default=1)
    options.add_argument('--hostile', action='store_true')
    options.add_argument('files', nargs='*')
    asked = options.parse_args()
    sys.exit(bool(hostile() if asked.hostile else run(asked.files, asked.count, asked.seed)))
