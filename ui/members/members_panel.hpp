// SPDX-License-Identifier: GPL-3.0-or-later
// Everybody who speaks to us: found by words, newcomers, those who went silent, those we promised something or mean to do something
// with; beside the list the card of the chosen person.
// Thread: the window's.
#pragma once

#include "ui/app/panel.hpp"
#include "ui/bridge/generation.hpp"

#include <vigie/store/persons.hpp>

#include <QTimer>

class QButtonGroup;
class QLabel;
class QLineEdit;
class QPushButton;
class QSplitter;
class QStackedWidget;
class QTableView;

namespace vigie::ui {

class EmptyState;
class ErrorBar;
class MemberDesk;
class MembersModel;
class PaneHeader;
class PersonPane;

class MembersPanel final : public Panel {
    Q_OBJECT
public:
    explicit MembersPanel(Shell &shell, QWidget *parent = nullptr);
    [[nodiscard]] QString id() const override { return QStringLiteral("members"); }
    [[nodiscard]] QString title() const override { return tr("Members"); }
    [[nodiscard]] QString iconName() const override { return QStringLiteral("members"); }
    void registerCommands(CommandRegistry &commands) override;
    void activated() override;
    [[nodiscard]] QJsonObject saveState() const override;
    void restoreState(const QJsonObject &state) override;
    [[nodiscard]] bool ready() const override;

    [[nodiscard]] MembersModel &model() const { return *model_; }
    [[nodiscard]] QTableView &table() const { return *table_; }
    [[nodiscard]] PersonPane &card() const { return *card_; }
    [[nodiscard]] QLineEdit &words() const { return *words_; }
    [[nodiscard]] store::PersonView view() const { return view_; }
    void setView(store::PersonView view);
    /// Shows the card of anybody, in the list or not.
    void openMember(MemberId member);

private:
    void build();
    void wire();
    void read();
    void shown(std::vector<PersonLine> lines);
    void choose(MemberId person);
    [[nodiscard]] MemberId chosen() const;
    void retranslate();
    void changeEvent(QEvent *event) override;

    store::PersonView view_ = store::PersonView::All;
    Generation readings_;
    QTimer readTimer_;
    bool read_ = false;
    MemberId wanted_;                  ///< to be shown as soon as the list is here
    MemberDesk *desk_;
    PaneHeader *header_;
    QLineEdit *words_;
    QButtonGroup *views_;
    QPushButton *suggestions_;
    ErrorBar *error_;
    QStackedWidget *stack_;
    EmptyState *empty_;
    QTableView *table_;
    MembersModel *model_;
    QLabel *limit_;
    QSplitter *splitter_;
    PersonPane *card_;
};

} // namespace vigie::ui
