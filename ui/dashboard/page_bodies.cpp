// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dashboard/objectives_page.hpp"

namespace vigie::ui {

PageBody *makePageBody(BoardKind kind, Shell &shell, QWidget *parent)
{
    switch (kind) {
    case BoardKind::Objectives: return new ObjectivesPage(shell, parent);
    case BoardKind::Tiles:
    case BoardKind::Reviews: return nullptr;
    }
    return nullptr;
}

} // namespace vigie::ui
