// SPDX-License-Identifier: GPL-3.0-or-later
// The editor of one query, wherever one is asked for: coloured and completed as one types, said in plain words, with its
// mistakes and how to mend them, what it costs, how many mentions it finds, some of them, near misses, examples, and what a
// change of a saved query does to history. Everything is worked out behind the window and can be stopped.
// Thread: the window's.
#pragma once

#include "ui/bridge/generation.hpp"
#include "ui/query/query_analysis.hpp"
#include "ui/query/query_samples.hpp"

#include <vigie/model/saved_query.hpp>
#include <vigie/store/query_examples.hpp>

#include <QPointer>
#include <QTimer>
#include <QWidget>

class QLabel;
class QPushButton;
class QVBoxLayout;

namespace vigie::ui {

class QueryChanges;
class QueryEdit;
class QueryExamplesBox;
class QueryPaste;
class Shell;
class SteppedCount;

class QueryEditor final : public QWidget {
    Q_OBJECT
public:
    static constexpr int kCountAtMost = 1000;

    explicit QueryEditor(Shell &shell, QWidget *parent = nullptr);
    /// A query without id has no history and no examples yet.
    void edit(const SavedQuery &query);
    /// As typed, without blanks around it (a comment ends where its line does).
    [[nodiscard]] QString source() const;
    /// What is shown is that of the text as it stands.
    [[nodiscard]] bool isSettled() const;
    [[nodiscard]] bool isValid() const { return analysis_.query != nullptr; }
    [[nodiscard]] int failingExamples() const;
    [[nodiscard]] std::vector<store::QueryExample> unkeptExamples() const;
    [[nodiscard]] QueryEdit &field() const { return *edit_; }
    [[nodiscard]] QueryChanges &changes() const { return *changes_; }
    [[nodiscard]] QueryExamplesBox &examples() const { return *examples_; }
    /// Puts the mistake right, where it can be.
    void applyFix();

Q_SIGNALS:
    /// The query reads otherwise, or no longer reads, or an example goes otherwise.
    void changed();
    void submitted();

private:
    void build();
    void buildWords(QVBoxLayout *layout);
    void connectAll();
    void readGround();
    void analyse();
    void showAnalysis(QueryAnalysis analysis);
    void showFault();
    void showWords();
    void preview();
    void readSamples();
    void stopReading(bool byHand);
    void showCount();
    void showCost();
    void openPaste();
    void closePaste();
    void retranslate();
    void changeEvent(QEvent *event) override;

    Shell &shell_;
    SavedQuery query_;
    text::QueryContext ground_;
    QueryAnalysis analysis_;
    Generation analyses_, previews_;
    bool analysing_ = false, again_ = false, completing_ = false, stopped_ = false;
    bool sampling_ = false;
    int count_ = -1;                 ///< none yet
    std::optional<text::QueryCost> cost_;
    QTimer previewTimer_, slowTimer_;
    QPointer<QObject> asker_;        ///< gone with the question: the store stops looking
    QueryEdit *edit_;
    QLabel *fault_, *sentence_, *mixed_, *soft_, *costLabel_, *countLabel_, *help_;
    QPushButton *fix_, *stop_, *pasteButton_;
    QuerySamples *samples_;
    QueryChanges *changes_;
    QueryExamplesBox *examples_;
    QueryPaste *paste_ = nullptr;
    SteppedCount *counter_;
};

} // namespace vigie::ui
