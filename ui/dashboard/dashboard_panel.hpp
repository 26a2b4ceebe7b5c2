// SPDX-License-Identifier: GPL-3.0-or-later
// The dashboard: pages of figures and charts that one arranges, asks (period, comparison, filters) and opens. Pages are kept in the
// workspace; what is done to them is taken back with Ctrl+Z.
// Thread: the window's.
#pragma once

#include "ui/app/panel.hpp"
#include "ui/bridge/generation.hpp"
#include "ui/dashboard/board_reading.hpp"
#include "ui/dashboard/board_steps.hpp"
#include "ui/dashboard/board_view.hpp"

#include <QHash>
#include <QTimer>

#include <optional>
#include <vector>

class QComboBox;
class QPushButton;
class QStackedWidget;

namespace vigie::ui {

class BehindPane;
class BoardHead;
class EmptyState;
class ErrorBar;
class PageBody;

class DashboardPanel final : public Panel {
    Q_OBJECT
public:
    explicit DashboardPanel(Shell &shell, QWidget *parent = nullptr);
    using Panel::shell;
    [[nodiscard]] QString id() const override { return QStringLiteral("dashboard"); }
    [[nodiscard]] QString title() const override { return tr("Dashboard"); }
    [[nodiscard]] QString iconName() const override { return QStringLiteral("dashboard"); }
    void registerCommands(CommandRegistry &commands) override;
    void activated() override;
    [[nodiscard]] QJsonObject saveState() const override;
    void restoreState(const QJsonObject &state) override;
    [[nodiscard]] bool ready() const override;
    bool exportReport(const QString &file) override;
    bool exportFigures(const QString &file);

    [[nodiscard]] const std::optional<BoardReading> &reading() const { return reading_; }
    [[nodiscard]] const std::vector<Board> &boards() const { return boards_; }
    [[nodiscard]] const Board *board() const;
    [[nodiscard]] BoardView &view() const { return *view_; }
    [[nodiscard]] BoardHead &head() const { return *head_; }
    [[nodiscard]] BehindPane &behindPane() const { return *behind_; }
    [[nodiscard]] PageBody *body() const;
    /// The page in front uses what the head asks for.
    [[nodiscard]] bool isAsked() const;
    /// What was shown last is of what is asked now.
    [[nodiscard]] bool settled() const { return !reading_ ? false : !asking_ && !dirty_; }
    [[nodiscard]] bool isEmpty() const;
    [[nodiscard]] QComboBox *relaysBox() const;
    void showPage(BoardId id);

private:
    void build();
    void buildHead();
    void retranslate();
    void changeEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void loadBoards();
    void takeBoards(std::vector<Board> boards);
    void loadChoices();
    void reload();
    void show(const BoardReading &reading);
    void showKind();
    void showCoverage();
    void showBehind(const Behind &behind);
    void hideBehind();
    /// Pages: each is a step that can be taken back.
    void change(const Board &after);
    void carryOut(const BoardStep &step, bool remember);
    void kept(const BoardStep &step, BoardId id);
    void setEditing(bool editing);
    void addTile();
    /// Those that this figure rests on; none named: the first kind.
    void enterNumbers(const std::string &figure = {});
    void newPage();
    void renamePage();
    void removePage();
    void movePage(BoardId id, int place);
    void carryMove(const BoardStep::Move &move);
    void exportCsv();
    void exportPdf();
    void makeReport();
    void registerPages(CommandRegistry &commands);
    void registerAsking(CommandRegistry &commands);
    void registerTones(CommandRegistry &commands);
    /// What the labels of people teach: now, or no longer.
    void learnTones();
    void askToForgetTones();
    void forgetTones();
    void recallTones();
    [[nodiscard]] std::int32_t today() const;

    BoardHead *head_ = nullptr;
    ErrorBar *error_ = nullptr;
    QStackedWidget *stack_ = nullptr;
    BoardView *view_ = nullptr;
    EmptyState *empty_ = nullptr;
    BehindPane *behind_ = nullptr;
    QPushButton *export_ = nullptr, *edit_ = nullptr, *add_ = nullptr, *page_ = nullptr;
    QHash<int, PageBody *> bodies_; ///< by BoardKind
    std::vector<Board> boards_;
    BoardId current_, wanted_;
    std::optional<BoardReading> reading_;
    BoardSteps steps_;
    Generation boardsGeneration_, generation_;
    QTimer soon_, dim_;             ///< dim_: an answer that takes longer than a blink is waited for visibly
    QPointer<QWidget> before_;      ///< had the keys before the pane beside was shown
    int writing_ = 0;               ///< pages on their way to the disk
    bool loading_ = false;          ///< pages on their way from it
    bool outdated_ = false;         ///< those on their way were asked for before a page was changed here: they are asked for again
    bool failed_ = false, asking_ = false, dirty_ = false;
};

} // namespace vigie::ui
