// SPDX-License-Identifier: GPL-3.0-or-later
// The mark of a kept mention: when, which entry, its hash, until when; and on demand every version with what changed. Hidden where
// nothing is kept.
// Thread: the window's. Errors: shown in place.
#pragma once

#include "ui/app/shell.hpp"
#include "ui/bridge/generation.hpp"

#include <vigie/model/change.hpp>
#include <vigie/store/evidence.hpp>

#include <QWidget>

#include <optional>
#include <vector>

class QLabel;
class QPushButton;
class QVBoxLayout;

namespace vigie::ui {

class KeptBox final : public QWidget {
    Q_OBJECT
public:
    explicit KeptBox(Shell &shell, QWidget *parent = nullptr);
    void showItem(ItemId item);
    /// The mark alone, for places without room.
    void setBrief(bool brief);
    /// Opens or closes the list of versions.
    void setOpen(bool open);
    [[nodiscard]] bool isKept() const { return kept_.has_value(); }

private:
    struct Version {
        EvidenceEntry entry;
        EvidenceContent said;
    };
    struct Kept {
        store::EvidenceMark mark;
        std::vector<Version> versions;
    };
    static Result<std::optional<Kept>> read(store::Tx &tx, ItemId item);
    void ask();
    void present();
    void showVersions();
    [[nodiscard]] QString markWords() const;
    [[nodiscard]] QString versionWords(const Version &version) const;
    void changeEvent(QEvent *event) override;

    Shell &shell_;
    ItemId item_;
    Generation generation_;
    std::optional<Kept> kept_;
    bool open_ = false, brief_ = false;
    QLabel *mark_, *hash_;
    QPushButton *versionsButton_, *copyButton_;
    QWidget *buttons_, *versionsBox_;
};

} // namespace vigie::ui
