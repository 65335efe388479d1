#!/usr/bin/env python3
"""Checks a proof in the format VIPR 1.0 or 1.1, written from the format's specification alone.

    python3 vipr_check.py FILE...        (a file, or - for standard input)

One line is printed for each file. Exit 0: in each file every line follows, and what it sets out to prove is proven.
Exit 1: in one of them it is not; its answer names the first place where it fails. Everything is exact: whole numbers, and fractions where the file has them. One pass; a line is forgotten as
soon as the file says that nothing refers to it any more. Lines to be completed by another program (`weak` and
`incomplete`, new in 1.1) prove nothing and are refused.
"""

import sys
from fractions import Fraction
from itertools import islice
from math import ceil, floor

LESS, EQUAL, GREATER = -1, 0, 1
SENSES = {"L": LESS, "E": EQUAL, "G": GREATER}


class Refused(Exception):
    pass


def require(condition, message):
    if not condition:
        raise Refused(message)


class Words:
    """The words of a file, read as they are asked for."""

    def __init__(self, stream):
        self.words = (word for line in self.after_comments(stream) for word in line.split())

    @staticmethod
    def after_comments(stream):
        is_comment = True
        for line in stream:
            is_comment = is_comment and (line.startswith("%") or not line.strip())
            if not is_comment:
                yield line

    def take(self, count):
        taken = list(islice(self.words, count))
        require(len(taken) == count, "the file ends too soon")
        return taken

    def one(self):
        return self.take(1)[0]

    def expect(self, word):
        found = self.one()
        require(found == word, f"expected {word}, found {found}")

    def index(self, limit=None):
        return as_index(self.one(), limit)

    def pairs(self, count, limit):
        words = self.take(2 * count)
        pairs = [(as_index(words[k], limit), as_value(words[k + 1])) for k in range(0, 2 * count, 2)]
        require(len({index for index, _ in pairs}) == count, "an index stands twice in a list")
        return pairs


def as_index(word, limit=None):
    require(word.isascii() and word.isdigit(), f"{word} is not an index")
    require(limit is None or int(word) < limit, f"index {word} is out of range")
    return int(word)


def as_value(word):
    try:
        return int(word)
    except ValueError:
        pass
    try:
        value = Fraction(word)
    except (ValueError, ZeroDivisionError):
        raise Refused(f"{word} is not a number") from None
    return value.numerator if value.denominator == 1 else value


def is_whole(value):
    return isinstance(value, int) or value.denominator == 1


class Line:
    """A constraint, and the assumptions that it rests on."""

    __slots__ = ("sense", "rhs", "left", "assumptions")

    def __init__(self, sense, rhs, left, assumptions=frozenset()):
        self.sense, self.rhs, self.assumptions = sense, rhs, assumptions
        self.left = {column: value for column, value in left.items() if value != 0}

    def is_false(self):
        wrong = {LESS: self.rhs < 0, EQUAL: self.rhs != 0, GREATER: self.rhs > 0}
        return not self.left and wrong[self.sense]

    def dominates(self, other):
        if self.is_false():
            return True
        if self.left != other.left or self.sense not in (EQUAL, other.sense):
            return False
        if other.sense == EQUAL:
            return self.rhs == other.rhs
        return self.rhs <= other.rhs if other.sense == LESS else self.rhs >= other.rhs

    def holds(self, point):
        value = sum(coefficient * point.get(column, 0) for column, coefficient in self.left.items())
        return {LESS: value <= self.rhs, EQUAL: value == self.rhs, GREATER: value >= self.rhs}[self.sense]


class Checker:
    def __init__(self, stream):
        self.words = Words(stream)
        self.lines = {}
        self.count = 0
        # Per line number the lines that nothing refers to after it.
        self.expiring = {}

    def run(self):
        words = self.words
        words.expect("VER")
        require(words.one() in ("1.0", "1.1"), "the version is neither 1.0 nor 1.1")
        words.expect("VAR")
        self.variables = words.index()
        words.take(self.variables)
        words.expect("INT")
        whole = [words.index(self.variables) for _ in range(words.index())]
        self.is_integer = set(whole)
        require(len(whole) == len(self.is_integer), "a variable stands twice under INT")
        words.expect("OBJ")
        sense = words.one()
        require(sense in ("min", "max"), f"the objective is neither min nor max: {sense}")
        self.is_max = sense == "max"
        self.objective = dict(words.pairs(words.index(), self.variables))
        words.expect("CON")
        constraints, bounds = words.index(), words.index()
        require(bounds <= constraints, "there are more bounds than constraints")
        for _ in range(constraints):
            self.keep(self.statement())
        self.read_goal()
        self.check_solutions()
        words.expect("DER")
        derivations = words.index()
        last = self.lines.get(self.count - 1)
        for number in range(derivations):
            last = self.derivation(number == derivations - 1)
        require(next(words.words, None) is None, "there is more after the last derivation")
        return self.conclude(last)

    def keep(self, line):
        self.lines[self.count] = line
        self.count += 1

    def statement(self):
        name, sense, rhs, size = self.words.take(4)
        require(sense in SENSES, f"{name}: unknown sense {sense}")
        left = self.objective if size == "OBJ" else dict(self.words.pairs(as_index(size), self.variables))
        return Line(SENSES[sense], as_value(rhs), left)

    def read_goal(self):
        self.words.expect("RTP")
        kind = self.words.one()
        self.lower = self.upper = None
        require(kind in ("infeas", "range"), f"unknown goal {kind}")
        self.is_infeasible = kind == "infeas"
        if not self.is_infeasible:
            lower, upper = self.words.take(2)
            self.lower = None if lower == "-inf" else as_value(lower)
            self.upper = None if upper == "inf" else as_value(upper)

    def check_solutions(self):
        self.words.expect("SOL")
        self.best = None
        for _ in range(self.words.index()):
            name = self.words.one()
            point = dict(self.words.pairs(self.words.index(), self.variables))
            for column, value in point.items():
                require(column not in self.is_integer or is_whole(value), f"solution {name} is not whole")
            for number, line in self.lines.items():
                require(line.holds(point), f"solution {name} breaks constraint {number}")
            value = sum(coefficient * point.get(column, 0) for column, coefficient in self.objective.items())
            pick = max if self.is_max else min
            self.best = value if self.best is None else pick(self.best, value)
        require(not self.is_infeasible or self.best is None, "an infeasible problem has a solution")
        promised = self.lower if self.is_max else self.upper
        if promised is not None:
            reached = self.best is not None and (self.best >= promised if self.is_max else self.best <= promised)
            require(reached, f"no solution is worth {promised}")

    def derivation(self, is_last):
        words, number = self.words, self.count
        line = self.statement()
        words.expect("{")
        reason = words.one()
        where = f"line {number} ({reason})"
        if reason == "asm":
            line.assumptions = frozenset([number])
        elif reason in ("lin", "rnd"):
            derived = self.combination(where)
            if reason == "rnd":
                self.round(derived, where)
            require(derived.dominates(line), f"{where} does not follow")
            line.assumptions = derived.assumptions
        elif reason == "uns":
            self.unsplit(line, where)
        elif reason == "sol":
            known = None if self.best is None else Line(GREATER if self.is_max else LESS, self.best, self.objective)
            require(known is not None and known.dominates(line), f"{where}: no solution is that good")
        else:
            raise Refused(f"{where}: unknown reason")
        words.expect("}")
        last_use = words.one()
        require(last_use == "-1" or as_index(last_use) >= 0, f"{where}: unknown last use")
        self.keep(line)
        if not is_last and last_use != "-1" and int(last_use) <= number:
            del self.lines[number]
        self.forget(number)
        if last_use != "-1" and int(last_use) > number:
            self.expiring.setdefault(int(last_use), []).append(number)
        return line

    def forget(self, number):
        for line in self.expiring.pop(number, ()):
            self.lines.pop(line, None)

    def referred(self, index, where):
        require(index in self.lines, f"{where} refers to line {index}, which is not there")
        return self.lines[index]

    def combination(self, where):
        size = self.words.one()
        require(size.isdigit(), f"{where}: {size} is not a number of lines")
        left, rhs, sense, assumptions = {}, 0, EQUAL, set()
        for index, multiplier in self.words.pairs(int(size), self.count):
            line = self.referred(index, where)
            if multiplier == 0:
                continue
            turned = line.sense if multiplier > 0 else -line.sense
            require(EQUAL in (turned, sense) or turned == sense, f"{where}: the signs do not go together")
            sense = turned or sense
            for column, value in line.left.items():
                left[column] = left.get(column, 0) + multiplier * value
            rhs += multiplier * line.rhs
            assumptions |= line.assumptions
        return Line(sense, rhs, left, frozenset(assumptions))

    def round(self, line, where):
        for column, value in line.left.items():
            require(column in self.is_integer and is_whole(value), f"{where}: the left side is not whole")
        require(line.sense != EQUAL, f"{where}: an equation cannot be rounded")
        line.rhs = floor(line.rhs) if line.sense == LESS else ceil(line.rhs)

    def unsplit(self, line, where):
        indices = [self.words.index(self.count) for _ in range(4)]
        first, under, second, other = (self.referred(index, where) for index in indices)
        require(first.dominates(line) and second.dominates(line), f"{where} does not follow on both sides")
        if under.sense == GREATER:
            under, other = other, under
        require(under.sense == LESS and other.sense == GREATER, f"{where}: the sides are not opposite")
        require(under.left == other.left, f"{where}: the sides are not of one left side")
        require(is_whole(under.rhs) and other.rhs == under.rhs + 1, f"{where}: the sides leave room between them")
        for column, value in under.left.items():
            require(column in self.is_integer and is_whole(value), f"{where}: the sides are not whole")
        line.assumptions = (first.assumptions - {indices[1]}) | (second.assumptions - {indices[3]})

    def conclude(self, last):
        bound = self.upper if self.is_max else self.lower
        if not self.is_infeasible and bound is None:
            return f"accepted: a solution worth {self.best}"
        require(last is not None, "there is no constraint")
        require(not last.assumptions, f"the last line rests on assumptions {sorted(last.assumptions)}")
        if self.is_infeasible:
            require(last.is_false(), "the last line is no contradiction")
            return "accepted: there is no solution"
        goal = Line(LESS if self.is_max else GREATER, bound, self.objective)
        require(last.dominates(goal), f"the last line does not prove the bound {bound}")
        return f"accepted: the optimum is from {self.lower} to {self.upper}"


def check(path):
    with sys.stdin if path == "-" else open(path, encoding="utf-8") as stream:
        try:
            return True, Checker(stream).run()
        except Refused as refusal:
            return False, f"refused: {refusal}"


def main():
    sys.set_int_max_str_digits(0)
    all_accepted = True
    for path in sys.argv[1:]:
        accepted, answer = check(path)
        all_accepted = all_accepted and accepted
        print(answer)
    return 0 if all_accepted else 1


if __name__ == "__main__":
    sys.exit(main())
