// SPDX-License-Identifier: GPL-3.0-or-later
// The expressions of recipes: pointers into an answer, templates, choices, casts, joins. Compiled once, evaluated on each
// item; there are no loops, and each answer has a budget of steps.
// Thread: compiled expressions are immutable; a Scope belongs to one call. Errors: problems at compile time; at run time
// what cannot be had is absent.
#pragma once

#include "connect/recipe/pattern.hpp"
#include "connect/recipe/reader.hpp"
#include "connect/recipe/times.hpp"

#include <vigie/net/http.hpp>

#include <functional>
#include <set>
#include <unordered_map>

namespace vigie::connect::recipe {

/// What an expression gives: JSON (mostly a part of the answer, not copied), a moment, or nothing.
class Value {
public:
    Value() = default;
    explicit Value(Json own) : own_(std::move(own)) {}
    explicit Value(Instant at) : time_(at) {}
    static Value of(const Json &part)
    {
        Value value;
        value.ref_ = &part;
        return value;
    }
    static Value text(std::string own) { return Value(Json(std::move(own))); }

    [[nodiscard]] const Json &json() const { return ref_ != nullptr ? *ref_ : own_; }
    [[nodiscard]] bool absent() const { return !time_ && json().is_null(); }
    [[nodiscard]] const std::optional<Instant> &time() const { return time_; }
    [[nodiscard]] bool truthy() const;             ///< neither absent, false, 0 nor ""
    [[nodiscard]] std::string text() const;        ///< as written: a number in digits, true, a moment in RFC 3339; empty for containers
    [[nodiscard]] std::optional<double> number() const;
    /// As part of a JSON body.
    [[nodiscard]] Json toJson() const { return time_ ? Json(writeTime(*time_, TimeAs::Rfc3339)) : json(); }

private:
    const Json *ref_ = nullptr;
    Json own_;
    std::optional<Instant> time_;
};

struct PathStep {
    std::string key;
    std::optional<std::size_t> index;      ///< `key` as a place in an array
    bool every = false;                    ///< '*'
};
/// "/a/0/b" from the node at hand, "$/a" from the whole answer, "^/a" from the node around, "." the node itself.
struct Path {
    enum class From : std::uint8_t { Here, Root, Outer } from = From::Here;
    std::vector<PathStep> steps;
};

struct Expression;
/// Text with {holes}.
struct Hole {
    std::string before;                    ///< text in front of it
    enum class Filter : std::uint8_t { None, Url, Raw, Lower, Trim, EpochS, EpochMs, Rfc3339, Date, Wall } filter = Filter::None;
    bool optional = false;                 ///< {x?}: empty when there is none; else the whole text is absent
    std::string variable;                  ///< or:
    Path path;
};

struct Expression {
    enum class Op : std::uint8_t {
        Constant, Pointer, Variable, Template, First, Map, Slice, Split, Match, Number, Integer, Boolean, String, Join, When, Time, FormatTime,
        Decode, Plain, Lower, Trim, Digest, Count, Url, List, Header, Equals, In, Exists, Matches, Not, All, Any, Less, Greater, Add, Sum, Contains, Base64
    } op = Op::Constant;
    Json constant;
    Path path;
    std::vector<Hole> holes;               ///< Template; `text` stands behind the last one
    std::string text;                      ///< name of a variable or header, separator
    std::vector<Expression> args;
    std::vector<std::pair<std::string, Expression>> cases;
    std::int64_t from = 0, to = 0;
    std::shared_ptr<const Pattern> pattern;
    TimeSpec time;
    TimeAs as = TimeAs::Rfc3339;
    bool secret = false;                   ///< some part of it is a secret
};

/// Variables by name ("q", "account.id", "secret.key"); absent for what has no value now.
using Variables = std::function<Value(std::string_view name)>;

/// What the expressions of one answer share.
struct Budget {
    std::int64_t steps = 3'000'000;
    std::unordered_map<const Expression *, std::unordered_map<std::string, const Json *>> joins;
    [[nodiscard]] bool spend(std::int64_t cost = 1)
    {
        steps -= cost;
        return steps >= 0;
    }
    [[nodiscard]] bool exhausted() const { return steps < 0; }
};

struct Scope {
    const Json *here = nullptr, *outer = nullptr, *root = nullptr;
    const Variables *variables = nullptr;
    const net::Response *response = nullptr;
    Budget *budget = nullptr;
};
/// The same with `entry` at hand; what was at hand is around it.
[[nodiscard]] inline Scope within(const Scope &scope, const Json &entry)
{
    Scope inner = scope;
    inner.outer = scope.here;
    inner.here = &entry;
    return inner;
}

[[nodiscard]] Value evaluate(const Expression &expression, const Scope &scope);
/// Some part of it stands in the body of the answer, not in its headers.
[[nodiscard]] bool readsBody(const Expression &expression);
/// One value without '*'; null when the way leads nowhere.
[[nodiscard]] const Json *follow(const Path &path, const Scope &scope);
/// All that a path with '*' leads to; an array at the end of one without '*' counts as its elements when `spread`.
void select(const Path &path, const Scope &scope, bool spread, std::vector<const Json *> &out);
/// Calls `visit` with the scope of each entry that `each` leads to and `where` lets through.
template <class Visit>
void forEachEntry(const std::vector<Path> &each, const std::optional<Expression> &where, const Scope &scope, Visit visit)
{
    std::vector<const Json *> all;
    for (const auto &path : each)
        select(path, scope, true, all);
    for (const auto *one : all)
        if (const auto inner = within(scope, *one); !where || evaluate(*where, inner).truthy())
            visit(inner);
}
/// The parts of a template joined, each encoded by `encode` unless its own filter says how; absent when a hole has no value.
[[nodiscard]] std::optional<std::string> fill(const Expression &text, const Scope &scope, const std::function<std::string(std::string_view)> &encode);

/// Compiles what stands in a recipe; knows which variables there are.
class Compiler {
public:
    explicit Compiler(std::set<std::string, std::less<>> variables) : variables_(std::move(variables)) {}
    /// In maps, a text that begins with '/', '$', '^' or is "." is a pointer; in requests every text is a template.
    [[nodiscard]] Expression expression(const Node &node, bool pointers = true) const;
    [[nodiscard]] Expression text(const Node &node) const;                  ///< a template
    [[nodiscard]] Path path(const Node &node) const;                        ///< may hold '*'
    void allow(std::string variable) { variables_.insert(std::move(variable)); }
    [[nodiscard]] const std::set<std::string, std::less<>> &variables() const { return variables_; }

private:
    [[nodiscard]] Expression templateOf(const Node &node, const std::string &written) const;
    [[nodiscard]] Expression object(const Node &node, bool pointers) const;
    [[nodiscard]] bool hole(const Node &node, std::string content, Hole &made, bool &secret) const;
    [[nodiscard]] bool parsePath(const Node &node, std::string_view written, bool stars, Path &path) const;

    std::set<std::string, std::less<>> variables_;
};

} // namespace vigie::connect::recipe
