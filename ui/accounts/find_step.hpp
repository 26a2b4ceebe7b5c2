// SPDX-License-Identifier: GPL-3.0-or-later
// The first question of connecting an account: an address or a handle, or a network from the list.
// Thread: the window's.
#pragma once

#include "ui/app/shell.hpp"
#include "ui/bridge/generation.hpp"

#include <QWidget>

#include <stop_token>

class QCheckBox;
class QLabel;
class QLineEdit;
class QPushButton;

namespace vigie::ui {

class NetworkList;

class FindStep final : public QWidget {
    Q_OBJECT
public:
    explicit FindStep(Shell &shell, QWidget *parent = nullptr);
    ~FindStep() override;
    void begin();
    /// Comes back to it from a later step; what was typed and found is still there.
    void resume();
    /// Stops looking; false: nothing was being looked for.
    bool stop();
    [[nodiscard]] bool busy() const { return busy_; }
    [[nodiscard]] QString problem() const;
    [[nodiscard]] QString typed() const;
    [[nodiscard]] bool allowPrivate() const;
    [[nodiscard]] QLineEdit *field() const { return field_; }
    [[nodiscard]] QCheckBox *privateBox() const { return private_; }
    [[nodiscard]] NetworkList *list() const { return list_; }

Q_SIGNALS:
    void candidateChosen(const vigie::connect::Candidate &candidate);
    void networkChosen(const QString &id);
    void cancelled();

private:
    void changeEvent(QEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;
    void retranslate();
    void fillNetworks();
    void lookUp();
    void show(Result<app::Discovery> discovery);
    void tell(const QString &sentence);
    void setBusy(bool busy);
    [[nodiscard]] QString brokenWords() const;

    Shell &shell_;
    QLabel *title_, *label_, *help_, *problem_, *progress_, *listLabel_, *broken_, *privateHelp_;
    QLineEdit *field_;
    QPushButton *look_, *close_;
    QCheckBox *private_;
    NetworkList *list_;
    std::stop_source stop_;
    Generation generation_;
    bool busy_ = false, found_ = false;
};

} // namespace vigie::ui
