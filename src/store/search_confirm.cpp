// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/search_confirm.hpp"

#include "store/hot_statement.hpp"
#include "store/items_row.hpp"
#include "store/queries_judge.hpp"

#include <vigie/text/fts_expression.hpp>

#include <algorithm>
#include <utility>

namespace vigie::store {

namespace {

constexpr std::size_t kStep = 200; ///< items read at a time

bool asksTextAlone(const text::QueryNode &node)
{
    using Kind = text::QueryNode::Kind;
    switch (node.kind) {
    case Kind::Field:
    case Kind::Number:
    case Kind::Time: return false;
    case Kind::Scope:
        if (node.field == text::QueryField::Quote)
            return false;
        break;
    default: break;
    }
    return std::all_of(node.children.begin(), node.children.end(), asksTextAlone);
}

} // namespace

Confirmer::Confirmer(Session &session, std::optional<text::Query> rest, Instant now) : session_(session), rest_(std::move(rest)), now_(now)
{
    if (!rest_)
        return;
    needs_ = needsOf(rest_->root);
    textAlone_ = asksTextAlone(rest_->root);
}

template <class Ask>
auto Confirmer::asked(Item &item, const Ask &ask)
{
    text::splitWords(text::foldedText(item), words_);
    auto subject = text::subjectOf(item, words_);
    if (!needs_.any())
        return ask(subject);
    auto facts = readDeskFacts(session_, item, needs_, now_);
    facts.link();
    subject.tags = facts.tags;
    subject.status = facts.status;
    subject.desk = &facts.desk;
    return ask(subject);
}

bool Confirmer::matches(Item &item)
{
    return asked(item, [this](const text::Subject &subject) { return text::matches(*rest_, subject); });
}

text::Judgement Confirmer::judge(Item &item)
{
    return asked(item, [this](const text::Subject &subject) { return text::judge(*rest_, subject); });
}

std::vector<ItemId> Confirmer::keepByText(std::span<const ItemId> ids)
{
    std::vector<ItemId> out;
    auto &row = session_.hot("SELECT title, warning, text, lang FROM item WHERE id=?");
    Item item;
    for (const auto id : ids) {
        row.bind(id);
        if (row.next()) {
            item.title = row.text(0);
            item.warning = row.text(1);
            item.text = row.text(2);
            item.lang = row.text(3);
            if (matches(item))
                out.push_back(id);
        }
        row.reset();
    }
    return out;
}

std::vector<ItemId> Confirmer::keep(std::span<const ItemId> ids)
{
    if (!rest_)
        return {ids.begin(), ids.end()};
    if (textAlone_)
        return keepByText(ids);
    std::vector<ItemId> out;
    for (std::size_t begin = 0; begin < ids.size(); begin += kStep)
        for (auto &row : loadItems(session_, ids.subspan(begin, std::min(kStep, ids.size() - begin))))
            if (matches(row.item))
                out.push_back(row.item.id);
    return out;
}

} // namespace vigie::store
