// SPDX-License-Identifier: GPL-3.0-or-later
// Ways through an answer: one value, or all that a path with '*' leads to.
#include "connect/recipe/expression.hpp"

#include <algorithm>

namespace vigie::connect::recipe {

namespace {

const Json *step(const Json &from, const PathStep &to)
{
    if (from.is_object()) {
        const auto found = from.find(to.key);
        return found == from.end() ? nullptr : &*found;
    }
    if (from.is_array() && to.index && *to.index < from.size())
        return &from[*to.index];
    return nullptr;
}

const Json *startOf(const Path &path, const Scope &scope)
{
    switch (path.from) {
    case Path::From::Root: return scope.root;
    case Path::From::Outer: return scope.outer;
    case Path::From::Here: break;
    }
    return scope.here;
}

void selectFrom(const Json &from, const Path &path, std::size_t at, const Scope &scope, bool spread, std::vector<const Json *> &out)
{
    if (scope.budget != nullptr && !scope.budget->spend())
        return;
    if (at == path.steps.size()) {
        if (spread && from.is_array()) {
            if (scope.budget != nullptr && !scope.budget->spend(static_cast<std::int64_t>(from.size())))
                return;
            for (const auto &one : from)
                out.push_back(&one);
        }
        else if (!from.is_null())
            out.push_back(&from);
        return;
    }
    const auto &here = path.steps[at];
    if (!here.every) {
        if (const auto *next = step(from, here))
            selectFrom(*next, path, at + 1, scope, spread, out);
        return;
    }
    if (from.is_array() || from.is_object())
        for (const auto &one : from)
            selectFrom(one, path, at + 1, scope, false, out);
}

} // namespace

const Json *follow(const Path &path, const Scope &scope)
{
    const auto *at = startOf(path, scope);
    for (const auto &next : path.steps) {
        if (at == nullptr)
            return nullptr;
        at = step(*at, next);
    }
    return at;
}

bool readsBody(const Expression &expression)
{
    using Op = Expression::Op;
    if (expression.op == Op::Pointer || expression.op == Op::Join || expression.op == Op::List || expression.op == Op::Sum)
        return true;
    return std::any_of(expression.holes.begin(), expression.holes.end(), [](const Hole &hole) { return hole.variable.empty(); })
           || std::any_of(expression.args.begin(), expression.args.end(), readsBody)
           || std::any_of(expression.cases.begin(), expression.cases.end(), [](const auto &one) { return readsBody(one.second); });
}

void select(const Path &path, const Scope &scope, bool spread, std::vector<const Json *> &out)
{
    if (const auto *from = startOf(path, scope))
        selectFrom(*from, path, 0, scope, spread, out);
}

} // namespace vigie::connect::recipe
