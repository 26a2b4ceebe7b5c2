// SPDX-License-Identifier: GPL-3.0-or-later
// Day, hour and zone of a post, and what a change of clocks does to them.
// Thread: the window's.
#pragma once

#include <vigie/base/time.hpp>

#include <QWidget>

#include <optional>
#include <string>

class QCheckBox;
class QComboBox;
class QDateEdit;
class QLabel;
class QTimeEdit;

namespace vigie::ui {

class WhenRow final : public QWidget {
    Q_OBJECT
public:
    explicit WhenRow(QWidget *parent);
    void setWorkspaceZone(const std::string &zone);
    void setWhen(const std::optional<WallTime> &wall, const std::string &zone, bool readOnly);
    [[nodiscard]] std::optional<WallTime> wall() const;
    [[nodiscard]] std::string zone() const;
    /// What the day and hour start from when one is given to a draft.
    void setSuggestion(const WallTime &wall) { suggestion_ = wall; }
    void giveDay();

Q_SIGNALS:
    void edited();

private:
    void changeEvent(QEvent *event) override;
    void retranslate();
    void refresh();
    std::string workspaceZone_, zone_;
    WallTime suggestion_;
    bool readOnly_ = false;
    QCheckBox *has_;
    QDateEdit *date_;
    QTimeEdit *time_;
    QComboBox *zones_;
    QLabel *notice_;
};

} // namespace vigie::ui
