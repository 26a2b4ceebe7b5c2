// SPDX-License-Identifier: GPL-3.0-or-later
// A post as its network will show it, nearly: who, in the network's order and shapes, the words as they leave, pictures, the card of
// a link, the parts of a thread one under the other.
// Thread: the window's; pictures are read behind.
#pragma once

#include "ui/bridge/bridge.hpp"

#include <vigie/connect/look_around.hpp>
#include <vigie/model/account.hpp>

#include <QFrame>
#include <QString>
#include <QStringList>

#include <optional>
#include <string>
#include <vector>

class QVBoxLayout;

namespace vigie::ui {

struct PreviewPost {
    Account account;
    QString when;                              ///< as a reader will see it
    QString warning;
    std::vector<std::string> parts;            ///< as they leave
    struct Medium {
        QString path, alt;
        bool film = false;
    };
    std::vector<Medium> media;                 ///< of the first part
    QString link;                              ///< the first one; empty: none
    std::optional<connect::LinkCard> card;     ///< what its page says of itself, once it was asked
};

class PostPreview final : public QFrame {
    Q_OBJECT
public:
    PostPreview(Bridge &bridge, QWidget *parent);
    void show(const PreviewPost &post);
    using QFrame::show;
    /// All that is shown, in reading order, for a screen reader.
    [[nodiscard]] QString spoken() const;

private:
    void clear();
    QWidget *makeHead();
    QWidget *makePart(std::size_t index);
    QWidget *makeMedia(QWidget *parent);
    QWidget *makeCard(QWidget *parent);
    QWidget *makeFoot(QWidget *parent);

    Bridge &bridge_;
    PreviewPost post_;
    QVBoxLayout *layout_;
};

} // namespace vigie::ui
