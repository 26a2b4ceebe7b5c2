# SPDX-License-Identifier: GPL-3.0-or-later
# vigie_embed(<target> <symbol> <files...>) puts files into the program. The target sees <vigie_embedded/<symbol>.hpp>,
# which declares, in namespace vigie::embedded, `extern const std::span<const File> <symbol>` in the order given; a File
# has a name (without folders) and its data.
if(CMAKE_SCRIPT_MODE_FILE)
  set(arrays "")
  set(rows "")
  set(index 0)
  foreach(file IN LISTS VIGIE_EMBED_FILES)
    file(READ "${file}" hex HEX)
    string(REGEX REPLACE "(..)" "0x\\1," bytes "${hex}")
    string(REGEX REPLACE "(0x..,0x..,0x..,0x..,0x..,0x..,0x..,0x..,0x..,0x..,0x..,0x..,0x..,0x..,0x..,0x..,)" "\\1\n" bytes "${bytes}")
    get_filename_component(name "${file}" NAME)
    string(APPEND arrays "const unsigned char kFile${index}[] = {\n${bytes}0x00};\n")
    string(APPEND rows "    {\"${name}\", {reinterpret_cast<const char *>(kFile${index}), sizeof(kFile${index}) - 1}},\n")
    math(EXPR index "${index} + 1")
  endforeach()
  file(WRITE "${VIGIE_EMBED_OUT}"
    "// Made by scripts/cmake/EmbedFile.cmake.\n#include <vigie_embedded/${VIGIE_EMBED_SYMBOL}.hpp>\nnamespace vigie::embedded {\n"
    "namespace {\n${arrays}const File kFiles[] = {\n${rows}};\n}\nconst std::span<const File> ${VIGIE_EMBED_SYMBOL}{kFiles};\n}\n")
  return()
endif()

set(VIGIE_EMBED_SCRIPT "${CMAKE_CURRENT_LIST_FILE}")

function(vigie_embed target symbol)
  set(folder "${CMAKE_CURRENT_BINARY_DIR}/embedded/${target}")
  set(source "${folder}/${symbol}.cpp")
  set(header "${folder}/vigie_embedded/${symbol}.hpp")
  file(CONFIGURE OUTPUT "${folder}/vigie_embedded/file.hpp" @ONLY CONTENT
"// Made by scripts/cmake/EmbedFile.cmake.
#pragma once
#include <string_view>
namespace vigie::embedded {
#ifndef VIGIE_EMBEDDED_FILE
#define VIGIE_EMBEDDED_FILE
struct File {
    const char *name;
    std::string_view data;
};
#endif
}
")
  file(CONFIGURE OUTPUT "${header}" @ONLY CONTENT
"// Made by scripts/cmake/EmbedFile.cmake.
#pragma once
#include <span>
#include <vigie_embedded/file.hpp>
namespace vigie::embedded {
extern const std::span<const File> @symbol@;
}
")
  set(files ${ARGN})
  string(REPLACE ";" "$<SEMICOLON>" list "${files}")
  add_custom_command(OUTPUT "${source}"
    COMMAND ${CMAKE_COMMAND} "-DVIGIE_EMBED_OUT=${source}" "-DVIGIE_EMBED_SYMBOL=${symbol}" "-DVIGIE_EMBED_FILES=${list}" -P "${VIGIE_EMBED_SCRIPT}"
    DEPENDS ${files} "${VIGIE_EMBED_SCRIPT}" VERBATIM)
  set_source_files_properties("${source}" PROPERTIES SKIP_UNITY_BUILD_INCLUSION ON) # all of them call their files alike
  target_sources(${target} PRIVATE "${source}")
  target_include_directories(${target} PRIVATE "${folder}")
endfunction()
