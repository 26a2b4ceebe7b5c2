// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/app/member_door.hpp"

#include "ui/app/shell.hpp"

#include <QMetaMethod>

namespace vigie::ui {

MemberDoor &MemberDoor::of(Shell &shell)
{
    auto *door = shell.findChild<MemberDoor *>(QString(), Qt::FindDirectChildrenOnly);
    return door != nullptr ? *door : *new MemberDoor(&shell);
}

bool MemberDoor::open(MemberId member)
{
    if (!member || !isSignalConnected(QMetaMethod::fromSignal(&MemberDoor::wanted)))
        return false;
    Q_EMIT wanted(member);
    return true;
}

} // namespace vigie::ui
