#!/usr/bin/env python3
"""Changes certificates at random, and reports which changes the check does not refuse.

    mutate.py --count N --seed S FILE...     makes N mutants of the small certificates of the files
    mutate.py --hostile                      gives the check files that are meant to break it

An accepted mutant is harmless where all households, their amounts and the figures of all pots are as before. It is counted as restated
where what is stated differs (the figures of formulas, the register, which clauses and lines there are, what the season before left), and
all follows from that. Others are printed: exit code 1.
"""
import argparse, json, marshal, os, random, sys, tempfile, time
from collections import Counter
from fractions import Fraction

from verify import FORMULAS, SHARED, Certificate, number, once, verify

SECTIONS, WORDS = ('clauses', 'nodes', 'register'), ('down', 'up', 'halfUp', 'halfEven', 'largest', 'first', 'last', 'fen', *SHARED)

def within(x):
    """All lists and objects within, with x."""
    return [x] + [z for y in (x.values() if type(x) is dict else x) if type(y) in (dict, list) for z in within(y)]

def value(r, c):
    """A number or a text is another."""
    x = r.choice(within(r.choice(c[r.choice(SECTIONS)])))
    k = r.choice(list(x) if type(x) is dict else range(len(x)))
    if type(x[k]) is int:
        x[k] = r.choice((x[k] + 1, x[k] - 1, -x[k], 0, x[k] * 10, x[k] // 10, r.randrange(100)))
    elif x[k][:1].isdigit() or x[k][:1] == '-':
        a = Fraction(x[k])
        x[k] = str(r.choice((a + 1, a - 1, -a, a * 10, a + Fraction(1, a.denominator), 1 / a if a else a, Fraction(r.randrange(9)))))
    else:
        x[k] = r.choice((x[k] + 'x', x[k][:-1], x[k].upper(), r.choice(WORDS)))

def node(r, c):
    """A formula has another rule or another part, or something else has another formula."""
    x = r.choice([x for x in within(r.choice((c['nodes'], c['clauses']))) if type(x) is dict and {'parts', 'node', 'weight'} & x.keys()])
    if r.random() < 0.3:
        x['rule'] = r.choice((*FORMULAS, *SHARED))
    k = r.choice([k for k in ('parts', 'node', 'weight') if k in x])
    if k == 'parts':
        x, k = x[k], r.randrange(len(x[k]))
    x[k] = r.randrange(len(c['nodes']))

def place(r, c):
    """An element of a list is doubled, moved, gone or swapped."""
    x = r.choice([y for y in within(r.choice((c, c['clauses'], c['register'], c['nodes']))) if type(y) is list])
    i, j, way = r.randrange(len(x)), r.randrange(len(x)), r.randrange(4)
    if way < 2:
        x.insert(j, x[i] if way == 0 else x.pop(i))
    elif way == 2:
        del x[i]
    x[i], x[j] = x[j], x[i]

def key(r, c):
    """A key is gone, or that of another object of the kind, or of any."""
    x, y = (r.choice([x for x in within(c[r.choice(SECTIONS)]) if type(x) is dict]) for _ in range(2))
    k = r.choice(list(y))
    if k in x and r.random() < 0.5:
        x[k], y[k] = y[k], x[k]
    elif r.random() < 0.5:
        x[k] = y[k]
    else:
        del y[k]

def lines(c):
    """The payments and steps that pay lines, each with its lists of shares."""
    for x in c['clauses']:
        for y in [x] if 'line' in x else [step for step in x['steps'] if 'line' in step]:
            yield y, [y['shares']] if 'shares' in y else [pot['shares'] for pot in y['pots'].values()]

def give(c, line, shares, h, more):
    """A household gets so much more in a line, and in its sums."""
    shares[h] += more
    for x in c['register']:
        if x['id'] == h:
            x['gross'] += more * line['flow'].endswith('income')
            x['costs'] += more * (line['flow'] == 'cost')

def swap(r, c):
    """Two households have each other's amount of a line, or each other's part of the register."""
    x, y = r.sample(c['register'], 2)
    k = r.choice(('amount', 'id', 'gaqa', 'persons', 'status', 'schemes'))
    if k != 'amount':
        x[k], y[k] = y[k], x[k]
        return
    line, lists = r.choice(list(lines(c)))
    a, b = ([shares for shares in lists if z['id'] in shares][0] for z in (x, y))
    more = b[y['id']] - a[x['id']]
    give(c, line, a, x['id'], more), give(c, line, b, y['id'], -more)

def rename(r, c):
    """A household has another name in some of the places."""
    old = r.choice(c['register'])['id']
    new, share = r.choice((old + 'x', old[:-1], r.choice(c['register'])['id'])), r.choice((0.5, 1))
    for x in within(c):
        if type(x) is dict and r.random() <= share:
            if old in x:
                x[new] = x.pop(old)
            if x.get('id') == old:
                x['id'] = new

def fen(r, c):
    """A fen or a step is moved from one household of a line to another."""
    line, lists = r.choice(list(lines(c)))
    shares, step = r.choice(lists), r.choice((1, line.get('step', 1)))
    x, y = r.sample(list(shares), 2)
    give(c, line, shares, x, step), give(c, line, shares, y, -step)

def more(r, c):
    """A household gets a fen more in all sums and in the pot, or nothing, perhaps without being listed."""
    line, lists = r.choice(list(lines(c)))
    shares = r.choice(lists)
    h = r.choice(list(shares))
    d = r.choice((1, -1, -shares[h]))
    give(c, line, shares, h, d)
    line['total'] += d
    if r.random() < 0.3:
        del shares[h]
    for x in c['clauses']:
        if line in x.get('steps', ()):
            g = [g for g, pot in line['pots'].items() if pot['shares'] is shares][0]
            figures, k = r.choice(((x['left'], g), (line['pots'][g], 'residue'), (line['pots'][g], 'broughtForward')))
            figures[k] += d if k == 'broughtForward' else -d

def pot(r, c):
    """Two or three figures of a pot, so that they may still add up."""
    x = r.choice([x for x in c['clauses'] if x.get('left')])
    g = r.choice(list(x['left']))
    figures = [(x['left'], g)] + [(step['pots'][g], k) for step in x['steps'] if 'pots' in step for k in ('broughtForward', 'residue')]
    for y, k in r.sample(figures, r.choice((2, 2, 3))):
        y[k] += r.choice((1, -1)) if r.random() < 0.7 else -y[k]

CHANGES = (value, value, node, node, place, key, key, swap, rename, fen, more, pot)

def outcome(c):
    """What no change must alter; the order of clauses and steps, and pots and steps without money, are none of it."""
    figures = [[g, left] for x in c['clauses'] for g, left in x.get('left', {}).items()]
    for step in (step for x in c['clauses'] for step in x.get('steps', ())):
        figures += [[g, pot['broughtForward'], pot['residue']] for g, pot in step.get('pots', {}).items()]
    amounts = [(line['line'], h, fen) for line, lists in lines(c) for shares in lists for h, fen in shares.items() if fen]
    return (sorted(amounts), sorted(str(x) for x in figures if any(x[1:])),
            sorted((h['id'], h['gaqa'], h['gross'], h['costs']) for h in c['register']))

def stated(c):
    """What the season, the register, the books and the terms say, and which clauses and lines there are: for the reader to compare."""
    figures = sorted(json.dumps(n, sort_keys=True) for n in c['nodes'] if 'parts' not in n)
    return (figures, [{k: h.get(k) for k in ('id', 'gaqa', 'persons', 'status', 'schemes')} for h in c['register']],
            [(x['scheme'], x.get('clause'), *(y.get('line') for y in [x, *x.get('steps', ())])) for x in c['clauses']],
            sorted(pot['broughtForward'] for x in c['clauses'] for step in x.get('steps', ()) for pot in step.get('pots', {}).values()))

def run(files, count, seed):
    r, counts, done, began = random.Random(seed), Counter(), 0, time.time()
    texts = [x for f in files for x in (open(f, 'rb') if f.endswith('.jsonl') else [open(f, 'rb').read()])]
    base = [marshal.dumps(c) for c in map(json.loads, texts) if len(c['nodes']) < 100 and c['register'] and c['clauses']]
    while done < count:
        blob, change = r.choice(base), r.choice(CHANGES)
        was, c = marshal.loads(blob), marshal.loads(blob)
        try:
            change(r, c)
        except (LookupError, ValueError, TypeError, AttributeError):
            continue        # there is nothing of the kind
        if c == was:
            continue
        done += 1
        try:
            Certificate().check(json.loads(json.dumps(c), object_pairs_hook=once, parse_int=number, parse_float=number))
            end = 'harmless' if outcome(c) == outcome(was) else 'restated' if stated(c) != stated(was) else 'accepted'
        except Exception:
            end = 'refused'
        counts[end, change.__name__] += 1
        if end == 'accepted':
            changed = [(x, y) for s in SECTIONS for x, y in zip(was[s], c[s]) if x != y]
            print(change.__name__, *(f'\n    {json.dumps(x)[:900]}\n -> {json.dumps(y)[:900]}' for x, y in changed))
    print(*(f'{change}: {n:,} {end}' for (end, change), n in sorted(counts.items())), sep='\n')
    ends = {end: sum(n for x, n in counts.items() if x[0] == end) for end in ('refused', 'harmless', 'restated', 'accepted')}
    print(f'{done:,} mutants in {time.time() - began:.0f} s:', ', '.join(f'{n:,} {end}' for end, n in ends.items()))
    return ends['accepted']

def hostile():
    one = {'rule': 'constant', 'unit': 'fen', 'value': '1'}
    house = {'id': 'h', 'gaqa': 'g', 'schemes': ['s'], 'persons': 1, 'gross': 1, 'costs': 0}
    line = {'scheme': 's', 'line': 'n', 'flow': 'wage income', 'total': 1, 'node': 0, 'shares': {'h': 1}}
    good = {'format': 'BenefitBinding certificate 2', 'season': '2016', 'clauses': [line], 'nodes': [one], 'register': [house]}
    text, million = json.dumps(good), 10 ** 6
    def same(k, rule='named', **more):
        return {'rule': rule, 'parts': [k], **({'name': ''} if rule == 'named' else {}), **more}
    def nodes(*x):
        return json.dumps({**good, 'nodes': [one, *x], 'clauses': [{**line, 'node': len(x)}]})
    cases = {
        'nothing': '', 'truncated': text[:-1], 'NaN': text.replace('"total": 1', '"total": NaN'), 'deep': '[' * million + ']' * million,
        'long number': text.replace('"total": 1', '"total": ' + '7' * million), 'long value': text.replace('"1"', f'"{"7" * million}"'),
        'fraction': text.replace('"total": 1', '"total": 1.0'), 'true': text.replace('{"h": 1}', '{"h": true}'), 'null': 'null',
        'zero below': text.replace('"1"', '"1/0"'), 'key twice': text.replace('{', '{"nodes": [], ', 1), 'negative part': nodes(same(-1)),
        'negative node': text.replace('"node": 0', '"node": -1'), 'wrong type': text.replace('"g"', '{}'), 'not UTF-8': '\udcff',
        'doubled household': json.dumps({**good, 'register': [house, house]}), 'list of texts': text.replace('["s"]', '"s"'),
        'itself': nodes(same(1)), 'its own line': nodes({'rule': 'line', 'name': 'n'}),
        'negative step': nodes(same(0, 'rounded', step=-1, direction='up')), 'chain': nodes(*(same(k) for k in range(million // 20))),
        'squares': nodes(same(0, 'sum', parts=[0, 0]), *({'rule': 'product', 'parts': [k, k]} for k in range(1, 150))),
        'wide': nodes({'rule': 'sum', 'parts': [0] * million}), 'wide total': json.dumps({**good, 'nodes': [one] * 3000 + [
            {'rule': 'sum', 'parts': list(range(3000))}, same(3000, 'total')], 'clauses': [{**line, 'node': 3001, 'shares': {}}],
            'register': [{**house, 'id': f'{k:09}'} for k in range(3000)]}),
        'many clauses': json.dumps({**good, 'clauses': [{**line, 'line': str(k), 'shares': {}} for k in range(5000)],
                                    'register': [{**house, 'id': f'{k:09}'} for k in range(5000)]}),
        'denominators': json.dumps({**good, 'nodes': [{**one, 'value': f'1/{k}'} for k in range(10 ** 9, 10 ** 9 + 20000)] + [
            {'rule': 'sum', 'parts': list(range(20000))}], 'clauses': [{**line, 'node': 20000}]})}
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
