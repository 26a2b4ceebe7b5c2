// SPDX-License-Identifier: GPL-3.0-or-later
// Makes and changes a column: the query is tried as one types, with a count, three mentions, and the mistake marked in
// its place.
// Thread: the window's.
#pragma once

#include "ui/bridge/generation.hpp"
#include "ui/feed/card.hpp"

#include <vigie/model/saved_query.hpp>

#include <QPointer>
#include <QTimer>
#include <QWidget>

#include <vector>

class QComboBox;
class QLabel;
class QLineEdit;
class QPlainTextEdit;
class QPushButton;

namespace vigie::ui {

class ErrorBar;
class PaneHeader;
class Shell;

class ColumnEditor final : public QWidget {
    Q_OBJECT
public:
    static constexpr int kCountAtMost = 1000;

    explicit ColumnEditor(Shell &shell, QWidget *parent = nullptr);
    /// A query without id makes a new column.
    void edit(const SavedQuery &query);
    /// Another source for the query that is edited, to be looked at and saved.
    void propose(const QString &source);
    [[nodiscard]] bool isDirty() const;

Q_SIGNALS:
    void saved(vigie::QueryId id, bool anew);
    void removeWanted(vigie::QueryId id);
    void closed();

private:
    void build();
    void buildForm(QWidget *form);
    void check();
    void preview();
    void showFault(const QString &sentence, int begin, int length, const QString &replacement);
    void showPreview(int count, const std::vector<CardPtr> &cards);
    void save();
    void retranslate();
    [[nodiscard]] QString source() const;
    void keyPressEvent(QKeyEvent *event) override;
    void changeEvent(QEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

    Shell &shell_;
    SavedQuery query_;
    PaneHeader *header_;
    QLineEdit *name_;
    QPlainTextEdit *source_;
    QComboBox *role_, *order_;
    QLabel *nameLabel_, *sourceLabel_, *roleLabel_, *orderLabel_, *nameFault_, *fault_, *mixed_, *count_, *help_;
    QPushButton *suggestion_, *save_, *cancel_, *remove_;
    ErrorBar *error_;
    QWidget *samples_;
    QTimer previewTimer_;
    QPointer<QObject> asker_; ///< gone with the question: the store stops looking
    int faultBegin_ = 0, faultLength_ = 0;
    QString replacement_;
};

} // namespace vigie::ui
