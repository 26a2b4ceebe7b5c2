// SPDX-License-Identifier: GPL-3.0-or-later
// What people speak of in a column now and did not before; the posts behind each term, and the term into the column's query.
// Thread: the window's.
#pragma once

#include <vigie/insight/trends.hpp>
#include <vigie/model/saved_query.hpp>

#include <QJsonObject>
#include <QPointer>
#include <QTimer>
#include <QWidget>

#include <atomic>
#include <memory>

class QComboBox;
class QLabel;
class QListView;
class QProgressBar;
class QPushButton;
class QStackedLayout;

namespace vigie::ui {

class CommandRegistry;
class CoverageFoot;
class EmptyState;
class ErrorBar;
class PaneHeader;
class Shell;
class TrendsModel;

/// A query that is to find the term too, or no longer; what it says already stays as it is written.
[[nodiscard]] QString sourceWithTerm(const QString &source, const QString &term, bool leaveOut);

class TrendsPane final : public QWidget {
    Q_OBJECT
public:
    explicit TrendsPane(Shell &shell, QWidget *parent = nullptr);
    ~TrendsPane() override;

    /// Counts anew, if it is another query or `anew`.
    void showColumn(const SavedQuery &query, bool anew = false);
    void takeFocus();
    /// Buttons run the panel's commands.
    void bindButtons(CommandRegistry &commands);
    [[nodiscard]] bool hasTerm() const;
    void openPosts();
    /// The column's query with the chosen term, or without it.
    [[nodiscard]] QString proposal(bool leaveOut) const;
    [[nodiscard]] bool isCounting() const { return counting_ != nullptr; }
    [[nodiscard]] TrendsModel &model() const { return *model_; }
    [[nodiscard]] QListView &list() const { return *list_; }
    [[nodiscard]] QComboBox &spanBox() const { return *span_; }
    [[nodiscard]] CoverageFoot &coverage() const { return *coverage_; }
    [[nodiscard]] QJsonObject state() const;
    void restore(const QJsonObject &state);

Q_SIGNALS:
    void closed();
    /// A button asks anew whether it may be pressed.
    void chosen();

private:
    struct Counting {
        std::atomic<double> share{0};
        std::atomic<bool> stop{false};
    };
    void build();
    void count();
    void stopCounting();
    void show(Result<insight::Trends> trends);
    void showNote();
    void tellCoverage();
    void retranslate();
    [[nodiscard]] insight::TrendSpan span() const;
    void keyPressEvent(QKeyEvent *event) override;
    void changeEvent(QEvent *event) override;

    Shell &shell_;
    SavedQuery query_;
    PaneHeader *header_;
    QComboBox *span_, *relays_;
    CoverageFoot *coverage_;
    QProgressBar *progress_;
    QPushButton *stop_, *close_, *posts_, *add_, *leaveOut_;
    ErrorBar *error_;
    QLabel *summary_, *note_;
    QListView *list_;
    EmptyState *empty_;
    QWidget *progressRow_, *skeleton_;
    QStackedLayout *stack_;
    TrendsModel *model_;
    std::shared_ptr<Counting> counting_;
    QPointer<QObject> asker_;           ///< gone with the question: the store stops reading
    QTimer progressTimer_;
    bool haveTrends_ = false;
};

} // namespace vigie::ui
