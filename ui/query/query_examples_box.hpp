// SPDX-License-Identifier: GPL-3.0-or-later
// What a query must find and what it must not: a list with pass or fail for each, and why; texts can be added by hand.
// Of a query that is saved, examples are kept at once; of a new one when it is saved.
// Thread: the window's.
#pragma once

#include "ui/bridge/generation.hpp"

#include <QPointer>
#include <QWidget>

#include <vigie/store/query_examples.hpp>

#include <memory>
#include <vector>

class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;
class QVBoxLayout;

namespace vigie::ui {

class Shell;

/// Keeps a mention as an example of a saved query, and says so.
void keepExample(Shell &shell, QObject *context, QueryId query, ItemId item, bool mustMatch);

class QueryExamplesBox final : public QWidget {
    Q_OBJECT
public:
    explicit QueryExamplesBox(Shell &shell, QWidget *parent = nullptr);
    /// Reads those of a saved query; none: an empty list.
    void setQuery(QueryId query);
    /// Runs them; none: the query is wrong, and nothing can be said.
    void setTried(std::shared_ptr<const text::Query> query);
    void add(const store::QueryExample &example);
    /// Examples that are to be kept once a new query has its number.
    [[nodiscard]] std::vector<store::QueryExample> unkept() const;
    [[nodiscard]] int failing() const;
    /// The answer to what was tried last is here.
    [[nodiscard]] bool isSettled() const { return !running_; }

Q_SIGNALS:
    void changed();

private:
    void run();
    void addTyped();
    void removeAt(std::size_t at);
    void build();
    void addRow(std::size_t at);
    void retranslate();
    void changeEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

    Shell &shell_;
    QueryId query_;
    std::vector<store::QueryExample> examples_;
    std::vector<store::ExampleOutcome> outcomes_; ///< as long as examples_, or empty: not tried
    std::shared_ptr<const text::Query> tried_;
    std::string source_;                          ///< of what the outcomes are of
    Generation runs_, reads_;
    QPointer<QObject> asker_;
    QPointer<QWidget> last_;                      ///< in the order of Tab
    bool running_ = false;
    QLabel *title_, *summary_;
    QVBoxLayout *rows_;
    QLineEdit *text_;
    QComboBox *side_;
    QPushButton *add_;
};

} // namespace vigie::ui
