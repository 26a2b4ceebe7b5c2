// SPDX-License-Identifier: GPL-3.0-or-later
// The global search over every kind of text, with a chip for each and its count; or a list of mentions from anywhere (the rows
// behind a figure, behind a trend). Not on the rail; Esc goes back.
// Thread: the window's.
#pragma once

#include "ui/app/panel.hpp"
#include "ui/search/find_model.hpp"

#include <array>
#include <optional>

class QComboBox;
class QLabel;
class QLineEdit;
class QListView;
class QPushButton;
class QStackedWidget;

namespace vigie::ui {

class CoverageFoot;
class EmptyState;
class ErrorBar;
class PaneHeader;
class ResultsModel;

class ResultsPanel final : public Panel {
    Q_OBJECT
public:
    explicit ResultsPanel(Shell &shell, QWidget *parent = nullptr);
    [[nodiscard]] QString id() const override { return QStringLiteral("search"); }
    [[nodiscard]] QString title() const override { return tr("Search"); }
    [[nodiscard]] QString iconName() const override { return QStringLiteral("search"); }
    [[nodiscard]] Place place() const override { return Place::Hidden; }
    void registerCommands(CommandRegistry &commands) override;
    void activated() override;
    [[nodiscard]] bool ready() const override;

    void search(const QString &query);
    void showRows(const QString &title, const Shell::RowSource &source);
    /// Of showRows().
    [[nodiscard]] ResultsModel *model() const { return model_; }
    /// Of search().
    [[nodiscard]] FindModel *found() const { return found_; }
    [[nodiscard]] QListView *foundList() const { return foundList_; }
    [[nodiscard]] std::optional<store::FindScope> scope() const { return scope_; }
    /// The chip of a kind; of all kinds first.
    [[nodiscard]] QPushButton *chip(std::size_t number) const { return chips_[number]; }

Q_SIGNALS:
    void backWanted();

private:
    void changeEvent(QEvent *event) override;
    void retranslate();
    void retranslateFind();
    void buildFind();
    void registerFind(CommandRegistry &commands);
    void run();
    void ask();
    void arrived();
    void foundArrived();
    void showCounts(const FindModel::Scopes &counts);
    void showNote();
    void showLooked(QStringList &notes);
    void stopLooking();
    void tellCoverage();
    void setScope(std::optional<store::FindScope> scope);
    void turnOrder();
    void openCurrent();
    void openFound();
    void openMember(const store::FoundThing &thing);
    void goBack();
    [[nodiscard]] bool searching() const { return rowsTitle_.isEmpty(); }

    static constexpr std::size_t kChips = store::kFindScopes.size() + 1;
    PaneHeader *header_;
    QLineEdit *field_;
    ErrorBar *error_;
    QStackedWidget *stack_;
    QListView *list_;
    EmptyState *empty_;
    ResultsModel *model_;
    QWidget *findRow_;
    std::array<QPushButton *, kChips> chips_{};
    QComboBox *order_;
    QLabel *note_;
    QPushButton *stop_;
    QListView *foundList_;
    FindModel *found_;
    CoverageFoot *coverage_;
    text::Query query_;
    std::optional<store::FindScope> scope_;
    std::optional<FindModel::Scopes> counts_;
    QString rowsTitle_;
    bool asked_ = false;
    bool fromSearch_ = false;           ///< the list of mentions is that of something found
};

} // namespace vigie::ui
