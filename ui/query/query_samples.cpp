// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/query/query_samples.hpp"

#include "ui/bridge/text.hpp"
#include "ui/feed/thread_row.hpp"
#include "ui/query/query_analysis.hpp"
#include "ui/widget/pieces.hpp"

#include <vigie/store/queries.hpp>
#include <vigie/store/query_trials.hpp>
#include <vigie/store/search_steps.hpp>

#include <QEvent>
#include <QHBoxLayout>
#include <QVBoxLayout>

#include <algorithm>

namespace vigie::ui {

namespace {
constexpr int kSamples = 3;
/// What is found later is counted, not shown: the store has others to read for.
constexpr std::chrono::milliseconds kSampleTime{1000};
}

Result<QuerySamplesRead> readQuerySamples(store::Tx &tx, const text::Query &query)
{
    QuerySamplesRead out;
    store::Items items(tx);
    store::SearchPage page;
    page.limit = kSamples;
    VIGIE_TRY(out.cost, store::Queries(tx).cost(query));
    VIGIE_TRY(const auto found, store::SearchSteps(tx, kSampleTime).search(query, page));
    VIGIE_TRY(auto rows, items.rows(found.ids));
    for (auto &row : rows)
        out.hits.push_back(makeCard(std::move(row), &query));
    VIGIE_TRY(const auto misses, store::QueryTrials(tx).nearMisses(query, kSamples));
    for (const auto &miss : misses) {
        const std::vector<ItemId> one{miss.item};
        VIGIE_TRY(auto row, items.rows(one));
        if (!row.empty())
            out.near.push_back({makeCard(std::move(row.front()), &query), nearMissWords(miss.way, miss.why, query.source)});
    }
    return out;
}

QuerySamples::QuerySamples(Bridge &bridge, QWidget *parent) : QWidget(parent), bridge_(bridge), layout_(new QVBoxLayout(this))
{
    layout_->setContentsMargins(0, 0, 0, 0);
    layout_->setSpacing(kGrid);
}

void QuerySamples::setSamples(QuerySamplesRead samples)
{
    shown_ = std::move(samples);
    build();
}

void QuerySamples::clear()
{
    shown_.reset();
    build();
}

void QuerySamples::build()
{
    while (auto *item = layout_->takeAt(0)) {
        if (item->widget() != nullptr) {
            item->widget()->hide();
            item->widget()->deleteLater();
        }
        delete item;
    }
    last_.clear();
    if (!shown_)
        return;
    if (!shown_->hits.empty())
        addTitle(tr("The newest it finds"));
    for (const auto &card : shown_->hits)
        addRow(card, {});
    if (!shown_->near.empty())
        addTitle(tr("Near misses: one part alone keeps them out"));
    for (const auto &miss : shown_->near)
        addRow(miss.card, miss.why);
}

void QuerySamples::addTitle(const QString &title)
{
    layout_->addWidget(wrappedLabel(QStringLiteral("muted"), title, this));
}

void QuerySamples::addRow(const CardPtr &card, const QString &why)
{
    auto *row = new ThreadRow(bridge_, {card->row.item.id, 0, card}, false, this);
    row->setEnabled(false);
    row->setFocusPolicy(Qt::NoFocus);
    layout_->addWidget(row);
    if (!why.isEmpty())
        layout_->addWidget(wrappedLabel(QStringLiteral("warn"), why, this));
    auto *foot = new QHBoxLayout;
    foot->setContentsMargins(kMargin, 0, 0, kGrid);
    const auto offer = [&](const QString &text, bool mustMatch) {
        auto *button = roleButton(QStringLiteral("link"), this);
        button->setText(text);
        button->setAccessibleName(tr("%1: %2", "an action, the mention it is about").arg(text, card->body.left(80)));
        connect(button, &QPushButton::clicked, this, [this, item = card->row.item.id, mustMatch] { Q_EMIT exampleWanted(item, mustMatch); });
        foot->addWidget(button);
        QWidget::setTabOrder(last_ ? last_.data() : this, button);
        last_ = button;
    };
    offer(tr("It must be found"), true);
    offer(tr("It must not be found"), false);
    foot->addStretch(1);
    auto *holder = new QWidget(this);
    holder->setLayout(foot);
    holder->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed); // the pane scrolls; words are not cut
    layout_->addWidget(holder);
}

void QuerySamples::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        build();
    QWidget::changeEvent(event);
}

} // namespace vigie::ui
