// SPDX-License-Identifier: GPL-3.0-or-later
// A small picture of a file of this disk, read behind. What is only at a network is named, never fetched.
// Thread: the window's.
#pragma once

#include "ui/bridge/bridge.hpp"

#include <QString>

class QLabel;

namespace vigie::ui {

/// Shown in `label` when it comes, at most so large; `filled`: cut so that it fills that size. `label` stays as it is when there is
/// no picture.
void showThumbnail(Bridge &bridge, QLabel *label, const QString &path, const QSize &size, bool filled = false);

} // namespace vigie::ui
