// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/item_merge.hpp"

#include "store/items_writer.hpp"

#include <algorithm>

namespace vigie::store {

namespace {

template <class T>
void takeIfSaid(std::vector<T> &to, const std::vector<T> &from)
{
    if (!from.empty())
        to = from;
}
void takeIfSaid(std::string &to, const std::string &from)
{
    if (!from.empty())
        to = from;
}

} // namespace

bool sameRefs(const std::vector<ItemRef> &a, const std::vector<ItemRef> &b)
{
    return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](const ItemRef &left, const ItemRef &right) {
        return left.relation == right.relation && left.targetNative == right.targetNative;
    });
}

Item merged(const StoredRow &row, const Item &seen)
{
    Item out = row.item;
    // A tombstone comes without words; what was said stays readable.
    const bool tombstone = isGone(seen.state) && seen.text.empty() && seen.title.empty();
    // What we hid stays hidden, and a page fetched before a deletion does not bring the item back.
    const bool stale = row.stateAt && isGone(out.state) && seen.fetchedAt <= *row.stateAt;
    if (!stale && !(out.state == ItemState::HiddenByUs && !isGone(seen.state)))
        out.state = seen.state;
    out.fetchedAt = std::max(out.fetchedAt, seen.fetchedAt);
    out.metrics = mergedMetrics(std::move(out.metrics), seen.metrics);
    if (seen.ours)
        out.ours = seen.ours;
    if (tombstone)
        return out;
    out.title = seen.title;
    out.text = seen.text;
    out.warning = seen.warning;
    out.spans = seen.spans;
    out.sensitive = seen.sensitive;
    out.lang = seen.lang;
    if (seen.visibility != Visibility::Unknown)
        out.visibility = seen.visibility;
    if (seen.editedAt)
        out.editedAt = seen.editedAt;
    takeIfSaid(out.uri, seen.uri);
    takeIfSaid(out.permalink, seen.permalink);
    takeIfSaid(out.container, seen.container);
    takeIfSaid(out.media, seen.media);
    if (!seen.refs.empty() && !sameRefs(out.refs, seen.refs))
        out.refs = seen.refs;
    if (seen.rating)
        out.rating = seen.rating;
    if (!out.toneManual) {
        out.tone = seen.tone;
        out.toneLabel = seen.toneLabel;
        out.toneManual = seen.toneManual;
    }
    return out;
}

bool sameWords(const Item &a, const Item &b)
{
    return a.title == b.title && a.text == b.text && a.warning == b.warning;
}

bool sameBesidesCounts(const Item &a, const Item &b)
{
    return sameWords(a, b) && a.spans == b.spans && a.sensitive == b.sensitive && a.lang == b.lang && a.visibility == b.visibility
           && a.state == b.state && a.editedAt == b.editedAt && a.uri == b.uri && a.permalink == b.permalink
           && a.container == b.container && a.media == b.media && sameRefs(a.refs, b.refs) && a.rating == b.rating
           && a.ours == b.ours && a.tone == b.tone && a.toneLabel == b.toneLabel && a.toneManual == b.toneManual;
}

} // namespace vigie::store
