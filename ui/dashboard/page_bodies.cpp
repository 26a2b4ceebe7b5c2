// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dashboard/page_body.hpp"

namespace vigie::ui {

PageBody *makePageBody(BoardKind kind, Shell & /*shell*/, QWidget * /*parent*/)
{
    switch (kind) {
    case BoardKind::Tiles:
    case BoardKind::Reviews:
    case BoardKind::Objectives: return nullptr;
    }
    return nullptr;
}

} // namespace vigie::ui
