// SPDX-License-Identifier: GPL-3.0-or-later
// What was found at an address, then every network Vigie speaks, with its badge; narrowed by what is typed.
// Thread: the window's.
#pragma once

#include <vigie/connect/connector.hpp>

#include <QListWidget>

#include <optional>
#include <vector>

namespace vigie::ui {

class NetworkList final : public QListWidget {
    Q_OBJECT
public:
    explicit NetworkList(QWidget *parent = nullptr);
    /// The catalogue must outlive the list or be set anew.
    void setNetworks(const connect::Catalogue *catalogue);
    void setFound(std::vector<connect::Candidate> found);
    void narrow(const QString &words);
    [[nodiscard]] const std::vector<connect::Candidate> &found() const { return found_; }

Q_SIGNALS:
    void candidateChosen(const vigie::connect::Candidate &candidate);
    void networkChosen(const QString &id);

private:
    void changeEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void refill();
    void choose(QListWidgetItem *item);
    void addRow(const connect::Descriptor &network, const QString &name, const QString &second, int found);

    const connect::Catalogue *catalogue_ = nullptr;
    std::vector<connect::Candidate> found_;
    QString words_;
};

} // namespace vigie::ui
