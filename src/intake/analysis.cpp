// SPDX-License-Identifier: GPL-3.0-or-later
#include <vigie/intake/analysis.hpp>

#include <vigie/text/fold.hpp>
#include <vigie/text/fts_expression.hpp>
#include <vigie/text/language.hpp>
#include <vigie/text/query_set.hpp>

#include <mutex>

namespace vigie::intake {

struct Analysis::Impl {
    text::ToneAnalyser tone = text::ToneAnalyser::builtin();
    mutable std::mutex mutex;
    std::shared_ptr<const text::QuerySet> queries;

    [[nodiscard]] std::shared_ptr<const text::QuerySet> current() const
    {
        const std::lock_guard lock(mutex);
        return queries;
    }
};

namespace {

std::vector<std::string> wordsOf(std::string_view folded)
{
    std::vector<std::string> words;
    for (std::size_t begin = 0; begin < folded.size();) {
        auto end = folded.find(' ', begin);
        if (end == std::string_view::npos)
            end = folded.size();
        if (end > begin)
            words.emplace_back(folded.substr(begin, end - begin));
        begin = end + 1;
    }
    return words;
}

} // namespace

Analysis::Analysis() : impl_(std::make_unique<Impl>())
{
    setQueries({});
}

Analysis::~Analysis() = default;

void Analysis::setQueries(std::span<const SavedQuery> queries)
{
    std::vector<std::pair<QueryId, text::Query>> compiled;
    for (const auto &saved : queries) {
        auto parsed = text::parseQuery(saved.source);
        if (parsed && !text::dependsOnDesk(*parsed))
            compiled.emplace_back(saved.id, std::move(*parsed));
    }
    auto set = std::make_shared<const text::QuerySet>(std::move(compiled));
    const std::lock_guard lock(impl_->mutex);
    impl_->queries = std::move(set);
}

store::AnalysedItem Analysis::analyse(Item item) const
{
    store::AnalysedItem analysed;
    // What the network says is a hint only: clients send the language of their interface, not of the text.
    item.lang = text::detectLanguage(item.text.empty() ? item.title : item.text, item.lang);
    if (!item.toneManual) {
        const auto tone = impl_->tone.analyse(item.title.empty() ? item.text : item.title + "\n" + item.text, item.lang);
        item.tone = tone.score;
        item.toneLabel = static_cast<std::int8_t>(tone.label);
    }
    std::string whole = item.title;
    for (const auto *piece : {&item.warning, &item.text})
        if (!piece->empty())
            whole += (whole.empty() ? "" : "\n") + *piece;
    analysed.folded = text::fold(whole);
    analysed.filterTokens = text::filterTokens(item, item.connector);
    const auto words = wordsOf(analysed.folded);
    text::Subject subject;
    subject.item = &item;
    subject.words = words;
    subject.network = item.connector;
    subject.authorHandle = item.author.handle;
    subject.authorName = item.author.name;
    subject.status = "none";
    impl_->current()->match(subject, analysed.matches);
    analysed.item = std::move(item);
    return analysed;
}

std::vector<store::AnalysedItem> Analysis::analyse(std::vector<Item> items) const
{
    std::vector<store::AnalysedItem> analysed;
    analysed.reserve(items.size());
    for (auto &item : items)
        analysed.push_back(analyse(std::move(item)));
    return analysed;
}

} // namespace vigie::intake
