// SPDX-License-Identifier: GPL-3.0-or-later
// The dashboard: pick a period, a brand and networks; read six figures, two charts and two lists; open what is behind
// them; take the page along as CSV or PDF.
// Thread: the window's.
#pragma once

#include "ui/app/panel.hpp"
#include "ui/bridge/generation.hpp"

#include "ui/dashboard/dashboard_reading.hpp"

#include <vigie/model/saved_query.hpp>

#include <QTimer>

#include <optional>
#include <vector>

class QBoxLayout;
class QComboBox;
class QDateEdit;
class QLabel;
class QPushButton;
class QScrollArea;
class QStackedWidget;
class QTableWidget;

namespace vigie::ui {

class EmptyState;
class ErrorBar;
class MentionsChart;
class Tile;
class ToneChart;

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
    [[nodiscard]] bool ready() const override { return page_.has_value() || failed_; }
    bool exportReport(const QString &file) override;
    bool exportFigures(const QString &file);

    [[nodiscard]] const std::optional<DashboardReading> &reading() const { return page_; }
    [[nodiscard]] const std::vector<Tile *> &tiles() const { return tiles_; }
    [[nodiscard]] QTableWidget *shareTable() const { return panelTable_; }
    [[nodiscard]] QTableWidget *membersTable() const { return membersTable_; }
    [[nodiscard]] QComboBox *periodBox() const { return span_; }
    [[nodiscard]] QComboBox *brandBox() const { return brand_; }
    [[nodiscard]] QComboBox *networkBox() const { return network_; }
    [[nodiscard]] QComboBox *relaysBox() const { return relays_; }
    [[nodiscard]] bool isEmpty() const;

private:
    enum class Span { Today, Week, Month, Quarter, ThisMonth, LastMonth, Custom };

    void build();
    void buildHeader();
    void buildBody();
    void retranslate();
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void lay();
    void layTiles();
    void loadPickers();
    void reload();
    void show(const DashboardReading &reading);
    void fillTables();
    void openDay(int day);
    void showCoverage();
    void openRows(const std::string &key);
    void openMember(int row);
    void openQuery(int row);
    void exportCsv();
    void exportPdf();
    void stepPeriod(int direction);
    [[nodiscard]] insight::Period period() const;
    [[nodiscard]] std::int32_t today() const;

    QLabel *heading_ = nullptr, *compared_ = nullptr;
    QComboBox *span_ = nullptr, *brand_ = nullptr, *network_ = nullptr, *relays_ = nullptr;
    QDateEdit *from_ = nullptr, *to_ = nullptr;
    QPushButton *export_ = nullptr;
    ErrorBar *error_ = nullptr;
    EmptyState *empty_ = nullptr;
    QStackedWidget *stack_ = nullptr;
    QScrollArea *scroll_ = nullptr;
    QBoxLayout *charts_ = nullptr, *lists_ = nullptr;
    QWidget *body_ = nullptr, *tileArea_ = nullptr;
    std::vector<Tile *> tiles_;
    MentionsChart *mentions_ = nullptr;
    ToneChart *tone_ = nullptr;
    QLabel *panelTitle_ = nullptr, *membersTitle_ = nullptr;
    QTableWidget *panelTable_ = nullptr, *membersTable_ = nullptr;
    std::optional<DashboardReading> page_;
    std::vector<SavedQuery> queries_;
    Generation generation_;
    QTimer soon_;
    bool failed_ = false, filling_ = false;
    int wantedBrand_ = 0;
    QString wantedNetwork_;
};

} // namespace vigie::ui
