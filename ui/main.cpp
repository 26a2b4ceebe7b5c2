// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/app/application.hpp"

int main(int argc, char *argv[])
{
    return vigie::ui::runApplication(argc, argv);
}
