# SPDX-License-Identifier: GPL-3.0-or-later
# The only place where compiler flags live.
find_program(VIGIE_CCACHE ccache)
if(VIGIE_CCACHE AND NOT CMAKE_CXX_COMPILER_LAUNCHER)
  # The build folder must not be part of the key, so that two presets share what they have in common.
  # Precompiled headers are known to it by their text, and no source of ours says when it was compiled.
  set(CMAKE_CXX_COMPILER_LAUNCHER ${CMAKE_COMMAND} -E env CCACHE_NOHASHDIR=1 CCACHE_SLOPPINESS=pch_defines,time_macros ${VIGIE_CCACHE})
endif()
# lld and not mold: mold 1.10 may lay a page of read-only relocations in front of the first writable page, and a program
# linked so does not start ("cannot apply additional memory protection"), which depends on nothing but the sizes of strings.
find_program(VIGIE_LLD ld.lld)

function(vigie_target name)
  target_compile_features(${name} PUBLIC cxx_std_20)
  set_target_properties(${name} PROPERTIES CXX_EXTENSIONS OFF)
  target_compile_options(${name} PRIVATE
    -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wnon-virtual-dtor -Woverloaded-virtual
    $<$<BOOL:${VIGIE_WERROR}>:-Werror>
    $<$<CXX_COMPILER_ID:Clang>:-Wthread-safety>)
  if(VIGIE_SANITIZE)
    # Instrumented code hides from g++ 12 what its own <regex> initialises (GCC PR 105562).
    target_compile_options(${name} PRIVATE $<$<CXX_COMPILER_ID:GNU>:-Wno-maybe-uninitialized>)
    target_compile_options(${name} PRIVATE -fsanitize=${VIGIE_SANITIZE} -fno-omit-frame-pointer -fno-sanitize-recover=all)
    target_link_options(${name} PUBLIC -fsanitize=${VIGIE_SANITIZE})
  endif()
  if(VIGIE_FUZZ)
    target_compile_options(${name} PRIVATE -fsanitize=fuzzer-no-link)
  endif()
  if(VIGIE_LLD AND NOT VIGIE_SANITIZE)
    target_link_options(${name} PRIVATE -fuse-ld=lld)
  endif()
endfunction()

# vigie_precompile(vigie_ui <memory> ...): headers of others that most files of a target include anyway. A file still includes what it
# uses (lint.headers compiles public headers without them).
function(vigie_precompile name)
  target_precompile_headers(${name} PRIVATE ${ARGN})
  # So that ccache sees what was included; and g++ 12, which takes compiled headers for code of ours, warns of its own std::string (GCC PR 105651).
  target_compile_options(${name} PRIVATE $<$<CXX_COMPILER_ID:GNU>:-fpch-preprocess;-Wno-array-bounds;-Wno-restrict>)
endfunction()

# vigie_batches(vigie_connect): several files of the target are compiled as one where VIGIE_BATCHES asks for it (the preset "test", which is
# mostly built from nothing). For targets whose files name what they keep for themselves each in its own way.
function(vigie_batches name)
  if(VIGIE_BATCHES)
    set_target_properties(${name} PROPERTIES UNITY_BUILD ON UNITY_BUILD_BATCH_SIZE 8)
    # What a file keeps for itself then seems to come from an included one.
    target_compile_options(${name} PRIVATE $<$<CXX_COMPILER_ID:GNU>:-Wno-subobject-linkage>)
  endif()
endfunction()

# vigie_room(text DEPENDS model LINK ICU::uc) makes the static library vigie_text from src/text/**.cpp.
# A room may only link the rooms below it (docs/architecture.md); lint.layers checks the includes as well.
function(vigie_room room)
  cmake_parse_arguments(PARSE_ARGV 1 arg "" "" "DEPENDS;LINK")
  file(GLOB_RECURSE sources CONFIGURE_DEPENDS
    "${PROJECT_SOURCE_DIR}/src/${room}/*.cpp" "${PROJECT_SOURCE_DIR}/src/${room}/*.hpp"
    "${PROJECT_SOURCE_DIR}/include/vigie/${room}/*.hpp")
  set(compiled ${sources})
  list(FILTER compiled INCLUDE REGEX "\\.cpp$")
  list(TRANSFORM arg_DEPENDS PREPEND vigie_)
  if(compiled)
    add_library(vigie_${room} STATIC ${sources})
    vigie_target(vigie_${room})
    target_include_directories(vigie_${room} PUBLIC "${PROJECT_SOURCE_DIR}/include" PRIVATE "${PROJECT_SOURCE_DIR}/src")
    target_link_libraries(vigie_${room} PUBLIC ${arg_DEPENDS} tl::expected fmt::fmt PRIVATE ${arg_LINK})
  else()
    add_library(vigie_${room} INTERFACE)
    target_include_directories(vigie_${room} INTERFACE "${PROJECT_SOURCE_DIR}/include")
    target_link_libraries(vigie_${room} INTERFACE ${arg_DEPENDS} tl::expected fmt::fmt)
  endif()
endfunction()
