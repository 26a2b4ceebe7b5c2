// SPDX-License-Identifier: GPL-3.0-or-later
#include "connect/recipe/expression.hpp"

#include <algorithm>
#include <array>
#include <charconv>

namespace vigie::connect::recipe {

namespace {

using Op = Expression::Op;

/// The word that names an operation, and the words that may stand beside it.
struct Form {
    std::string_view name;
    Op op;
    std::vector<std::string> beside;
};

const std::vector<Form> &forms()
{
    static const std::vector<Form> kForms{
        {"const", Op::Constant, {}}, {"var", Op::Variable, {}}, {"first", Op::First, {}}, {"template", Op::Template, {}},
        {"map", Op::Map, {"cases", "else"}}, {"slice", Op::Slice, {"from", "to"}}, {"split", Op::Split, {"by", "take"}},
        {"match", Op::Match, {"regex", "group"}}, {"number", Op::Number, {}}, {"integer", Op::Integer, {}}, {"boolean", Op::Boolean, {}},
        {"string", Op::String, {}}, {"join", Op::Join, {"key", "on", "take"}}, {"when", Op::When, {"then", "else"}},
        {"time", Op::Time, {"format", "pattern", "zone"}}, {"format_time", Op::FormatTime, {"as"}}, {"decode", Op::Decode, {}}, {"strip", Op::Plain, {}},
        {"lower", Op::Lower, {}}, {"trim", Op::Trim, {}}, {"digest", Op::Digest, {}}, {"count", Op::Count, {}}, {"url_encode", Op::Url, {}},
        {"list", Op::List, {"take", "with"}}, {"header", Op::Header, {}}, {"equals", Op::Equals, {}}, {"in", Op::In, {}}, {"exists", Op::Exists, {}},
        {"matches", Op::Matches, {"regex"}}, {"not", Op::Not, {}}, {"all", Op::All, {}}, {"any", Op::Any, {}}, {"less", Op::Less, {}},
        {"greater", Op::Greater, {}}, {"add", Op::Add, {}}, {"sum", Op::Sum, {"take"}}, {"contains", Op::Contains, {}}, {"base64", Op::Base64, {}}};
    return kForms;
}

bool isPointer(std::string_view text)
{
    return text == "." || (!text.empty() && (text[0] == '/' || text[0] == '$' || text[0] == '^'));
}

Hole::Filter filterOf(std::string_view name, bool &known)
{
    static constexpr std::array<std::pair<std::string_view, Hole::Filter>, 9> kFilters{
        {{"url", Hole::Filter::Url}, {"raw", Hole::Filter::Raw}, {"lower", Hole::Filter::Lower}, {"trim", Hole::Filter::Trim}, {"epoch_s", Hole::Filter::EpochS},
         {"epoch_ms", Hole::Filter::EpochMs}, {"rfc3339", Hole::Filter::Rfc3339}, {"date", Hole::Filter::Date}, {"wall", Hole::Filter::Wall}}};
    const auto found = std::find_if(kFilters.begin(), kFilters.end(), [&](const auto &one) { return one.first == name; });
    known = found != kFilters.end();
    return known ? found->second : Hole::Filter::None;
}

void absorbSecrets(Expression &made)
{
    for (const auto &arg : made.args)
        made.secret = made.secret || arg.secret;
    for (const auto &[name, one] : made.cases)
        made.secret = made.secret || one.secret;
}

} // namespace

bool Compiler::parsePath(const Node &node, std::string_view written, bool stars, Path &path) const
{
    path = {};
    if (!written.empty() && (written[0] == '$' || written[0] == '^')) {
        path.from = written[0] == '$' ? Path::From::Root : Path::From::Outer;
        written.remove_prefix(1);
    } else if (written == ".") {
        return true;
    }
    if (written.empty())
        return true;
    if (written[0] != '/') {
        node.problem("a pointer goes on with '/': \"" + std::string(written) + "\"");
        return false;
    }
    while (!written.empty()) {
        written.remove_prefix(1);
        const auto end = std::min(written.find('/'), written.size());
        PathStep step;
        for (std::size_t i = 0; i < end; ++i) {
            if (written[i] == '~' && i + 1 < end && (written[i + 1] == '0' || written[i + 1] == '1'))
                step.key += written[++i] == '0' ? '~' : '/';
            else
                step.key += written[i];
        }
        step.every = step.key == "*";
        if (step.every && !stars) {
            node.problem("'*' may stand only where a list is read");
            return false;
        }
        std::size_t index = 0;
        const auto [stop, error] = std::from_chars(step.key.data(), step.key.data() + step.key.size(), index);
        if (error == std::errc{} && stop == step.key.data() + step.key.size())
            step.index = index;
        path.steps.push_back(std::move(step));
        written.remove_prefix(end);
    }
    if (path.steps.size() > 30) {
        node.problem("a pointer has at most 30 steps");
        return false;
    }
    return true;
}

bool Compiler::hole(const Node &node, std::string content, Hole &made, bool &secret) const
{
    if (const auto bar = content.rfind('|'); bar != std::string::npos) {
        bool known = false;
        const auto name = content.substr(bar + 1);
        made.filter = filterOf(name, known);
        if (!known) {
            node.problem("unknown filter |" + name + suggestion(name, {"url", "raw", "lower", "trim", "epoch_s", "epoch_ms", "rfc3339", "date", "wall"}));
            return false;
        }
        content.erase(bar);
    }
    if (!content.empty() && content.back() == '?') {
        made.optional = true;
        content.pop_back();
    }
    if (isPointer(content))
        return parsePath(node, content, false, made.path);
    if (variables_.count(content) == 0) {
        node.problem("unknown variable {" + content + "}" + suggestion(content, {variables_.begin(), variables_.end()}));
        return false;
    }
    secret = secret || content.rfind("secret.", 0) == 0;
    made.variable = std::move(content);
    return true;
}

Expression Compiler::templateOf(const Node &node, const std::string &written) const
{
    Expression made;
    made.op = Op::Template;
    std::string before;
    for (std::size_t i = 0; i < written.size(); ++i) {
        const char c = written[i];
        if ((c == '{' || c == '}') && i + 1 < written.size() && written[i + 1] == c) {
            before += c;
            ++i;
            continue;
        }
        if (c == '}') {
            node.problem("a '}' stands alone; a real one is written twice");
            return made;
        }
        if (c != '{') {
            before += c;
            continue;
        }
        const auto end = written.find('}', i);
        if (end == std::string::npos) {
            node.problem("a '{' is not closed; a real one is written twice");
            return made;
        }
        Hole next;
        next.before = std::move(before);
        before.clear();
        if (!hole(node, written.substr(i + 1, end - i - 1), next, made.secret))
            return made;
        made.holes.push_back(std::move(next));
        i = end;
    }
    made.text = std::move(before);
    if (made.holes.empty()) {
        made.op = Op::Constant;
        made.constant = made.text;
    }
    return made;
}

Expression Compiler::text(const Node &node) const
{
    if (node.isString())
        return templateOf(node, node.json().get<std::string>());
    return expression(node, false);
}

Path Compiler::path(const Node &node) const
{
    Path made;
    if (!node.isString() || !(node.json().get<std::string>().empty() || isPointer(node.json().get<std::string>())))
        node.problem("a pointer is expected here (\"/a/b\", \"$/a\", \".\")");
    else
        (void)parsePath(node, node.json().get<std::string>(), true, made);
    return made;
}

Expression Compiler::expression(const Node &node, bool pointers) const
{
    Expression made;
    if (node.isString()) {
        const auto &written = node.json().get_ref<const std::string &>();
        if (!pointers || !isPointer(written))
            return templateOf(node, written);
        made.op = Op::Pointer;
        (void)parsePath(node, written, false, made.path);
        return made;
    }
    if (node.isArray()) {
        made.op = Op::First;
        for (const auto &one : node.elements())
            made.args.push_back(expression(one, pointers));
        absorbSecrets(made);
        return made;
    }
    if (node.isObject())
        return object(node, pointers);
    made.constant = node.json();
    return made;
}

Expression Compiler::object(const Node &node, bool pointers) const
{
    Expression made;
    const Form *form = nullptr;
    std::vector<std::string> names;
    for (const auto &one : forms()) {
        names.emplace_back(one.name);
        if (node.has(one.name) && (form == nullptr || std::find(one.beside.begin(), one.beside.end(), form->name) != one.beside.end()))
            form = &one;
    }
    if (form == nullptr) {
        const auto members = node.members();
        const auto &place = members.empty() ? node : members.front().second;
        place.problem(members.empty() ? "an expression is expected here"
                                      : "unknown operation \"" + members.front().first + "\"" + suggestion(members.front().first, names));
        return made;
    }
    made.op = form->op;
    for (const auto &[key, value] : node.members())
        if (key != form->name && std::find(form->beside.begin(), form->beside.end(), key) == form->beside.end())
            value.problem("\"" + key + "\" does not go with \"" + std::string(form->name) + "\"" + suggestion(key, form->beside));
    const auto main = node.child(form->name);
    const auto arg = [&](const Node &one) { made.args.push_back(expression(one, pointers)); };
    const auto optionalArg = [&](std::string_view key) {
        if (const auto found = node.find(key))
            arg(*found);
        else
            made.args.emplace_back();
    };
    const auto several = [&](std::size_t least, std::size_t most) {
        const auto all = main.elements();
        if (all.size() < least || all.size() > most)
            main.problem("a list of " + std::to_string(least) + (most == least ? "" : " or more") + " is expected here");
        for (const auto &one : all)
            arg(one);
    };
    const auto regex = [&] {
        std::string why;
        made.pattern = Pattern::compile(node.requiredText("regex"), &why);
        if (!made.pattern && node.has("regex"))
            node.child("regex").problem(why);
    };
    switch (form->op) {
    case Op::Constant: made.constant = main.json(); break;
    case Op::Template: return text(main);
    case Op::Variable: {
        made.text = node.text("var");
        if (variables_.count(made.text) == 0)
            main.problem("unknown variable \"" + made.text + "\"" + suggestion(made.text, {variables_.begin(), variables_.end()}));
        made.secret = made.text.rfind("secret.", 0) == 0;
        break;
    }
    case Op::First: several(1, 20); break;
    case Op::Map:
        arg(main);
        optionalArg("else");
        if (!node.child("cases").isObject())
            node.problem("\"cases\" is missing");
        for (const auto &[key, value] : node.child("cases").members())
            made.cases.emplace_back(key, value.isString() ? templateOf(value, value.json().get<std::string>()) : expression(value, pointers));
        break;
    case Op::Slice:
        arg(main);
        made.from = node.number("from", 0, -100'000, 100'000);
        made.to = node.number("to", 1'000'000, -100'000, 1'000'000);
        break;
    case Op::Split: {
        arg(main);
        made.text = node.requiredText("by");
        const auto take = node.find("take");
        if (take && take->isString()) {
            if (node.text("take") != "rest")
                take->problem("a number, negative from the end, or \"rest\" (all behind the first separator) is expected here");
            made.to = 1;
        } else {
            made.from = node.number("take", 0, -1000, 1000);
        }
        break;
    }
    case Op::Match:
        arg(main);
        regex();
        made.from = node.number("group", made.pattern && made.pattern->groups() > 0 ? 1 : 0, 0, 20);
        if (made.pattern && made.from > made.pattern->groups())
            node.child("group").problem("the pattern has " + std::to_string(made.pattern->groups()) + " groups");
        break;
    case Op::Matches:
        arg(main);
        regex();
        break;
    case Op::Join:
        if (main.isString())
            (void)parsePath(main, main.json().get<std::string>(), true, made.path);
        else
            main.problem("the pointer to the list is expected here");
        for (const auto *key : {"key", "on"})
            if (!node.has(key))
                node.problem("\"" + std::string(key) + "\" is missing");
        optionalArg("key");
        optionalArg("on");
        if (node.has("take"))
            optionalArg("take");
        break;
    case Op::When:
        arg(main);
        optionalArg("then");
        optionalArg("else");
        break;
    case Op::Time:
        arg(main);
        made.time.format = static_cast<TimeFormat>(node.word("format", {"rfc3339", "epoch_s", "epoch_ms", "epoch_us", "epoch_float", "seconds_nanos", "rfc822", "wall", "pattern"}, 0));
        made.time.pattern = node.text("pattern");
        made.time.zone = node.text("zone", "UTC");
        if ((made.time.format == TimeFormat::Pattern) == made.time.pattern.empty())
            node.problem("\"pattern\" goes with the format \"pattern\", and only with it");
        if (!zoneExists(made.time.zone))
            node.child("zone").problem("no such time zone");
        break;
    case Op::FormatTime:
        arg(main);
        made.as = static_cast<TimeAs>(node.word("as", {"rfc3339", "epoch_s", "epoch_ms", "date", "wall"}, 0));
        break;
    case Op::List:
    case Op::Sum:
        if (main.isString())
            (void)parsePath(main, main.json().get<std::string>(), true, made.path);
        else
            main.problem("the pointer to the list is expected here");
        made.text = node.text("with", ", ");
        if (node.has("take"))
            optionalArg("take");
        break;
    case Op::Header: made.text = node.requiredText("header"); break;
    case Op::Equals: case Op::Less: case Op::Greater: case Op::Contains: several(2, 2); break;
    case Op::In: {
        const auto parts = main.elements();
        if (parts.size() != 2 || !parts[1].isArray()) {
            main.problem("[value, [choices]] is expected here");
            break;
        }
        arg(parts[0]);
        made.constant = parts[1].json();
        break;
    }
    case Op::All: case Op::Any: case Op::Add: several(1, 20); break;
    default: arg(main); break;
    }
    absorbSecrets(made);
    return made;
}

} // namespace vigie::connect::recipe
