// SPDX-License-Identifier: GPL-3.0-or-later
// The way to a person, for whoever knows only who it is (a search, a figure, a mention). The panel that shows members connects
// to wanted(); while nobody does, open() says so, and who asked shows what it has instead.
// Thread: the window's.
#pragma once

#include <vigie/base/id.hpp>

#include <QObject>

namespace vigie::ui {

class Shell;

class MemberDoor final : public QObject {
    Q_OBJECT
public:
    /// The one of this window; made when first asked for.
    static MemberDoor &of(Shell &shell);
    /// False when there is nobody to show a member.
    bool open(MemberId member);

Q_SIGNALS:
    void wanted(vigie::MemberId member);

private:
    using QObject::QObject;
};

} // namespace vigie::ui
