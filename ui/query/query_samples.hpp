// SPDX-License-Identifier: GPL-3.0-or-later
// Mentions a query finds, and mentions that it nearly finds with what keeps them out; each can become an example of what the
// query must or must not find.
// Thread: readQuerySamples() inside a store job; the widget the window's. Errors: Storage..., Cancelled.
#pragma once

#include "ui/feed/card.hpp"

#include <vigie/text/query_cost.hpp>

#include <QPointer>
#include <QWidget>

#include <optional>
#include <vector>

class QLabel;
class QVBoxLayout;

namespace vigie::ui {

class Bridge;

struct QuerySamplesRead {
    struct Near {
        CardPtr card;
        QString why;
    };
    std::vector<CardPtr> hits;
    std::vector<Near> near;
    text::QueryCost cost;
};
/// `query` is as typed, not bound.
Result<QuerySamplesRead> readQuerySamples(store::Tx &tx, const text::Query &query);

class QuerySamples final : public QWidget {
    Q_OBJECT
public:
    explicit QuerySamples(Bridge &bridge, QWidget *parent = nullptr);
    void setSamples(QuerySamplesRead samples);
    void clear();

Q_SIGNALS:
    void exampleWanted(vigie::ItemId item, bool mustMatch);

private:
    void build();
    void addRow(const CardPtr &card, const QString &why);
    void addTitle(const QString &title);
    void changeEvent(QEvent *event) override;

    Bridge &bridge_;
    QVBoxLayout *layout_;
    QPointer<QWidget> last_;         ///< in the order of Tab
    std::optional<QuerySamplesRead> shown_;
};

} // namespace vigie::ui
