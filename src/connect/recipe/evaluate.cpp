// SPDX-License-Identifier: GPL-3.0-or-later
#include "connect/recipe/expression.hpp"

#include "connect/common/base64.hpp"
#include "connect/common/strings.hpp"
#include "connect/recipe/text_values.hpp"

#include <vigie/base/ascii.hpp>
#include <vigie/base/digest.hpp>
#include <vigie/net/url.hpp>
#include <vigie/text/rich_text.hpp>

#include <algorithm>
#include <cmath>

namespace vigie::connect::recipe {

namespace {

using Op = Expression::Op;

constexpr std::size_t kLongestText = 1'000'000;

Value boolean(bool value)
{
    return Value(Json(value));
}

Value join(const Expression &how, const Scope &scope)
{
    const auto wanted = evaluate(how.args[1], scope);
    if (wanted.absent())
        return {};
    const auto key = wanted.text();
    const Json *found = nullptr;
    const auto look = [&](const auto &each) {
        std::vector<const Json *> all;
        select(how.path, scope, true, all);
        for (const auto *one : all) {
            const auto has = evaluate(how.args[0], within(scope, *one));
            if (!has.absent())
                each(has.text(), one);
        }
    };
    if (how.path.from == Path::From::Root && scope.budget != nullptr) {
        auto [index, fresh] = scope.budget->joins.try_emplace(&how);
        if (fresh)
            look([&](std::string has, const Json *one) { index->second.emplace(std::move(has), one); });
        const auto at = index->second.find(key);
        found = at == index->second.end() ? nullptr : at->second;
    } else {
        look([&](const std::string &has, const Json *one) {
            if (found == nullptr && has == key)
                found = one;
        });
    }
    if (found == nullptr)
        return {};
    if (how.args.size() < 3)
        return Value::of(*found);
    return evaluate(how.args[2], within(scope, *found));
}

template <class Each>
void eachOf(const Expression &how, const Scope &scope, Each each)
{
    std::vector<const Json *> all;
    select(how.path, scope, true, all);
    for (const auto *one : all) {
        if (how.args.empty()) {
            each(Value::of(*one));
            continue;
        }
        each(evaluate(how.args[0], within(scope, *one)));
    }
}

bool same(const Value &a, const Value &b)
{
    if (a.absent() || b.absent())
        return a.absent() && b.absent();
    if (a.json().is_number() && b.json().is_number())
        return a.json() == b.json();
    return a.text() == b.text() && (a.json().is_structured() == b.json().is_structured()) && (!a.json().is_structured() || a.json() == b.json());
}

int compared(const Value &a, const Value &b, bool &comparable)
{
    const auto x = a.time() ? std::optional(static_cast<double>(toMicros(*a.time()))) : a.number();
    const auto y = b.time() ? std::optional(static_cast<double>(toMicros(*b.time()))) : b.number();
    comparable = x && y;
    return !comparable ? 0 : *x < *y ? -1 : *x > *y ? 1 : 0;
}

Value timeOf(const Expression &how, const Value &written)
{
    if (written.time())
        return written;
    const auto at = readTime(written.json(), how.time);
    return at ? Value(*at) : Value();
}

} // namespace

std::optional<std::string> fill(const Expression &text, const Scope &scope, const std::function<std::string(std::string_view)> &encode)
{
    if (text.op != Op::Template) {
        const auto value = evaluate(text, scope);
        if (value.absent())
            return std::nullopt;
        return encode && text.op != Op::Constant ? encode(value.text()) : value.text();
    }
    std::string out;
    for (const auto &hole : text.holes) {
        out += hole.before;
        Value value;
        if (!hole.variable.empty())
            value = scope.variables != nullptr ? (*scope.variables)(hole.variable) : Value();
        else if (const auto *found = follow(hole.path, scope))
            value = Value::of(*found);
        if (value.absent()) {
            if (!hole.optional)
                return std::nullopt;
            continue;
        }
        const auto at = value.time();
        std::string written;
        switch (hole.filter) {
        case Hole::Filter::EpochS: written = at ? writeTime(*at, TimeAs::EpochS) : value.text(); break;
        case Hole::Filter::EpochMs: written = at ? writeTime(*at, TimeAs::EpochMs) : value.text(); break;
        case Hole::Filter::Date: written = at ? writeTime(*at, TimeAs::Date) : value.text(); break;
        case Hole::Filter::Wall: written = at ? writeTime(*at, TimeAs::Wall) : value.text(); break;
        case Hole::Filter::Lower: written = lowerAscii(value.text()); break;
        case Hole::Filter::Trim: written = trimmed(value.text()); break;
        case Hole::Filter::Url: written = net::encodeComponent(value.text()); break;
        default: written = value.text(); break;
        }
        const bool already = hole.filter == Hole::Filter::Url || hole.filter == Hole::Filter::Raw;
        out += encode && !already ? encode(written) : written;
        if (out.size() > kLongestText)
            return std::nullopt;
    }
    return out + text.text;
}

Value evaluate(const Expression &how, const Scope &scope)
{
    if (scope.budget != nullptr && !scope.budget->spend())
        return {};
    const auto arg = [&](std::size_t i) { return i < how.args.size() ? evaluate(how.args[i], scope) : Value(); };
    const auto textOf = [&](auto change) {
        const auto value = arg(0);
        return value.absent() ? Value() : Value::text(change(value.text()));
    };
    switch (how.op) {
    case Op::Constant: return Value::of(how.constant);
    case Op::Pointer: {
        const auto *found = follow(how.path, scope);
        return found != nullptr ? Value::of(*found) : Value();
    }
    case Op::Variable: return scope.variables != nullptr ? (*scope.variables)(how.text) : Value();
    case Op::Template: {
        // A hole alone keeps the type of what it names.
        if (how.holes.size() == 1 && how.text.empty() && how.holes[0].before.empty() && how.holes[0].filter == Hole::Filter::None) {
            const auto &hole = how.holes[0];
            const auto *found = hole.variable.empty() ? follow(hole.path, scope) : nullptr;
            auto value = !hole.variable.empty() ? (scope.variables != nullptr ? (*scope.variables)(hole.variable) : Value()) : found != nullptr ? Value::of(*found) : Value();
            return value.absent() && hole.optional ? Value::text({}) : value;
        }
        auto filled = fill(how, scope, {});
        return filled ? Value::text(std::move(*filled)) : Value();
    }
    case Op::First:
        for (const auto &one : how.args)
            if (auto value = evaluate(one, scope); !value.absent() && !(value.json().is_string() && value.json().get_ref<const std::string &>().empty()))
                return value;
        return {};
    case Op::Map: {
        const auto value = arg(0);
        if (!value.absent()) {
            const auto key = value.text();
            for (const auto &[name, result] : how.cases)
                if (name == key)
                    return evaluate(result, scope);
        }
        return arg(1);
    }
    case Op::Slice: {
        const auto value = arg(0);
        return value.absent() ? Value() : slice(value.text(), how.from, how.to);
    }
    case Op::Split: {
        const auto value = arg(0);
        return value.absent() ? Value() : split(value.text(), how);
    }
    case Op::Match: {
        const auto value = arg(0);
        auto found = value.absent() || !how.pattern ? std::nullopt : how.pattern->find(value.text(), static_cast<int>(how.from));
        if (scope.budget != nullptr)
            (void)scope.budget->spend(20);
        return found ? Value::text(std::move(*found)) : Value();
    }
    case Op::Matches: {
        const auto value = arg(0);
        if (scope.budget != nullptr)
            (void)scope.budget->spend(20);
        return boolean(!value.absent() && how.pattern && how.pattern->find(value.text(), 0));
    }
    case Op::Number: {
        const auto number = arg(0).number();
        return number ? Value(Json(*number)) : Value();
    }
    case Op::Integer: return toInteger(arg(0));
    case Op::Boolean: {
        const auto value = arg(0);
        if (value.absent())
            return {};
        const auto word = value.text();
        return boolean(value.truthy() && word != "false" && word != "0" && word != "no");
    }
    case Op::String: return textOf([](std::string text) { return text; });
    case Op::Join: return join(how, scope);
    case Op::When: return arg(0).truthy() ? arg(1) : arg(2);
    case Op::Time: return timeOf(how, arg(0));
    case Op::FormatTime: {
        const auto value = arg(0);
        return value.time() ? Value::text(writeTime(*value.time(), how.as)) : Value();
    }
    case Op::Decode:
    case Op::Plain: return textOf([](const std::string &text) { return text::fromHtml(text).text; });
    case Op::Lower: return textOf([](const std::string &text) { return lowerAscii(text); });
    case Op::Trim: return textOf([](const std::string &text) { return std::string(trimmed(text)); });
    case Op::Digest: return textOf([](const std::string &text) { return sha256(text, 16); });
    case Op::Count: {
        const auto value = arg(0);
        return value.absent() ? Value() : Value(Json(value.json().is_structured() ? value.json().size() : 1U));
    }
    case Op::Url: return textOf([](const std::string &text) { return net::encodeComponent(text); });
    case Op::Base64: return textOf([](const std::string &text) { return toBase64(text); });
    case Op::List: {
        std::string all;
        eachOf(how, scope, [&](const Value &one) {
            const auto text = one.text();
            if (!text.empty() && all.size() < kLongestText)
                all += (all.empty() ? "" : how.text) + text;
        });
        return all.empty() ? Value() : Value::text(std::move(all));
    }
    case Op::Sum: {
        double total = 0;
        bool any = false;
        eachOf(how, scope, [&](const Value &one) {
            if (const auto number = one.number()) {
                total += *number;
                any = true;
            }
        });
        return any ? Value(Json(total)) : Value();
    }
    case Op::Header: {
        const auto value = scope.response != nullptr ? scope.response->header(how.text) : std::string_view{};
        return value.empty() ? Value() : Value::text(std::string(value));
    }
    case Op::Equals: return boolean(same(arg(0), arg(1)));
    case Op::In: {
        const auto value = arg(0);
        return boolean(!value.absent() && std::any_of(how.constant.begin(), how.constant.end(), [&](const Json &one) { return same(value, Value::of(one)); }));
    }
    case Op::Contains: {
        const auto list = arg(0), wanted = arg(1);
        if (list.json().is_array())
            return boolean(std::any_of(list.json().begin(), list.json().end(), [&](const Json &one) { return same(Value::of(one), wanted); }));
        return boolean(!list.absent() && !wanted.absent() && list.text().find(wanted.text()) != std::string::npos);
    }
    case Op::Exists: return boolean(!arg(0).absent());
    case Op::Not: return boolean(!arg(0).truthy());
    case Op::All: return boolean(std::all_of(how.args.begin(), how.args.end(), [&](const Expression &one) { return evaluate(one, scope).truthy(); }));
    case Op::Any: return boolean(std::any_of(how.args.begin(), how.args.end(), [&](const Expression &one) { return evaluate(one, scope).truthy(); }));
    case Op::Less:
    case Op::Greater: {
        bool comparable = false;
        const int order = compared(arg(0), arg(1), comparable);
        return boolean(comparable && (how.op == Op::Less ? order < 0 : order > 0));
    }
    case Op::Add: {
        double total = 0;
        for (const auto &one : how.args) {
            const auto number = evaluate(one, scope).number();
            if (!number)
                return {};
            total += *number;
        }
        return std::abs(total) < kWholeLimit && total == std::floor(total) ? Value(Json(static_cast<std::int64_t>(total))) : Value(Json(total));
    }
    }
    return {};
}

} // namespace vigie::connect::recipe
