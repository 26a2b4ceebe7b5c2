// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dashboard/objectives_page.hpp"
#include "ui/dashboard/reviews_page.hpp"

namespace vigie::ui {

PageBody *makePageBody(BoardKind kind, Shell &shell, QWidget *parent)
{
    switch (kind) {
    case BoardKind::Objectives: return new ObjectivesPage(shell, parent);
    case BoardKind::Reviews: return new ReviewsPage(shell, parent);
    case BoardKind::Tiles: return nullptr;
    }
    return nullptr;
}

} // namespace vigie::ui
