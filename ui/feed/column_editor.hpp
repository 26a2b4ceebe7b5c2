// SPDX-License-Identifier: GPL-3.0-or-later
// Makes and changes a column: its name, its query (ui/query), what it is for and its order. A change of a query that is kept
// holds over all history, as one action that can be taken back.
// Thread: the window's.
#pragma once

#include <QWidget>

#include <vigie/model/saved_query.hpp>

#include <cstdint>

class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;

namespace vigie::ui {

class ErrorBar;
class PaneHeader;
class QueryEditor;
class Shell;

class ColumnEditor final : public QWidget {
    Q_OBJECT
public:
    explicit ColumnEditor(Shell &shell, QWidget *parent = nullptr);
    /// A query without id makes a new column.
    void edit(const SavedQuery &query);
    /// Another source for the query that is edited, to be looked at and saved.
    void propose(const QString &source);
    [[nodiscard]] bool isDirty() const;
    [[nodiscard]] QueryEditor &query() const { return *editor_; }

Q_SIGNALS:
    void saved(vigie::QueryId id, bool anew);
    /// What was saved changed a query that was there: the action to take back.
    void changedHistory(std::int64_t changeSet);
    void removeWanted(vigie::QueryId id);
    void closed();

private:
    void build();
    void buildForm(QWidget *form);
    void check();
    void save();
    void write(const SavedQuery &query, bool anew);
    void retranslate();
    void nameSave();
    void keyPressEvent(QKeyEvent *event) override;
    void changeEvent(QEvent *event) override;

    Shell &shell_;
    SavedQuery query_;
    PaneHeader *header_;
    QLineEdit *name_;
    QueryEditor *editor_;
    QComboBox *role_, *order_;
    QLabel *nameLabel_, *sourceLabel_, *roleLabel_, *orderLabel_, *nameFault_, *examplesFault_;
    QPushButton *save_, *cancel_, *remove_;
    ErrorBar *error_;
    bool saveWhenSettled_ = false; ///< Enter was faster than the query was read
    bool warned_ = false;          ///< that examples fail
};

} // namespace vigie::ui
