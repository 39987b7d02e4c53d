package latent.render.vips;

import static latent.render.vips.Symbol.bind;

import java.lang.foreign.Arena;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.nio.file.Path;
import java.util.List;

/**
 * The part of libvips that we use: some thirty of its 1,050 symbols. Every operation is called by name ({@code vips_operation_new}), so that
 * no further symbol is needed for a further operation. One is made for a process; it is thread-safe, as libvips is.
 *
 * <p>Made safe from the start: loaders that the library's makers mark as not fit for hostile files are blocked, and so is every loader of a
 * format that we do not read; one thread for each render, because requests already keep the processors busy (two threads: 18 % less latency
 * at best, and more work in all); no operation cache, because no two renders share a picture.
 */
@SuppressWarnings("restricted") // loading a native library is what this file is for
final class Libvips {
    private static final List<String> OUR_LOADERS = List.of(
            "VipsForeignLoadJpeg",
            "VipsForeignLoadPng",
            "VipsForeignLoadWebp",
            "VipsForeignLoadNsgif",
            "VipsForeignLoadHeif",
            "VipsForeignLoadTiff");

    final Symbol operationNew;
    final Symbol setFromText;
    final Symbol setProperty;
    final Symbol getProperty;
    final Symbol build;
    final Symbol unrefOutputs;
    final Symbol unref;
    final Symbol arrayImageNew;
    final Symbol blobNew;
    final Symbol blobGet;
    final Symbol areaUnref;
    final Symbol errorText;
    final Symbol errorClear;
    final Symbol width;
    final Symbol height;
    final Symbol bands;
    final Symbol bandFormat;
    final Symbol interpretation;
    final Symbol hasAlpha;
    final Symbol pages;
    final Symbol pageHeight;
    final Symbol copyMemory;
    final Symbol getBlob;
    final Symbol getText;
    final Symbol setText;
    final Symbol setInt;
    final Symbol remove;
    final Symbol threadShutdown;

    private final LibvipsVersion version;

    /**
     * Loads and initializes the library.
     *
     * @throws IllegalArgumentException when there is none at that path
     * @throws IllegalStateException    when it is older than {@link LibvipsVersion#FLOOR}, or does not start
     */
    Libvips(Path file) {
        SymbolLookup library = SymbolLookup.libraryLookup(file.toString(), Arena.global());
        version = LibvipsVersion.of(bind(library, "vips_version", Symbol.INT_INT));
        version.mustNotBeBelowFloor();
        Linker.Option variadic = Linker.Option.firstVariadicArg(2);

        operationNew = bind(library, "vips_operation_new", Symbol.POINTER_POINTER);
        setFromText = bind(library, "vips_object_set_argument_from_string", Symbol.INT_3_POINTERS);
        setProperty = bind(library, "g_object_set", Symbol.RUN_4_POINTERS, variadic);
        getProperty = bind(library, "g_object_get", Symbol.RUN_4_POINTERS, variadic);
        build = bind(library, "vips_cache_operation_buildp", Symbol.INT_POINTER);
        unrefOutputs = bind(library, "vips_object_unref_outputs", Symbol.RUN_POINTER);
        unref = bind(library, "g_object_unref", Symbol.RUN_POINTER);
        arrayImageNew = bind(library, "vips_array_image_new", Symbol.POINTER_POINTER_INT);
        blobNew = bind(library, "vips_blob_new", Symbol.POINTER_2_POINTERS_LONG);
        blobGet = bind(library, "vips_blob_get", Symbol.POINTER_2_POINTERS);
        areaUnref = bind(library, "vips_area_unref", Symbol.RUN_POINTER);
        errorText = bind(library, "vips_error_buffer", Symbol.POINTER);
        errorClear = bind(library, "vips_error_clear", Symbol.RUN);
        width = bind(library, "vips_image_get_width", Symbol.INT_POINTER);
        height = bind(library, "vips_image_get_height", Symbol.INT_POINTER);
        bands = bind(library, "vips_image_get_bands", Symbol.INT_POINTER);
        bandFormat = bind(library, "vips_image_get_format", Symbol.INT_POINTER);
        interpretation = bind(library, "vips_image_get_interpretation", Symbol.INT_POINTER);
        hasAlpha = bind(library, "vips_image_hasalpha", Symbol.INT_POINTER);
        pages = bind(library, "vips_image_get_n_pages", Symbol.INT_POINTER);
        pageHeight = bind(library, "vips_image_get_page_height", Symbol.INT_POINTER);
        copyMemory = bind(library, "vips_image_copy_memory", Symbol.POINTER_POINTER);
        getBlob = bind(library, "vips_image_get_blob", Symbol.INT_4_POINTERS);
        getText = bind(library, "vips_image_get_string", Symbol.INT_3_POINTERS);
        setText = bind(library, "vips_image_set_string", Symbol.RUN_3_POINTERS);
        setInt = bind(library, "vips_image_set_int", Symbol.RUN_2_POINTERS_INT);
        remove = bind(library, "vips_image_remove", Symbol.INT_2_POINTERS);
        threadShutdown = bind(library, "vips_thread_shutdown", Symbol.RUN);
        start(library);
    }

    private void start(SymbolLookup library) {
        try (Arena arena = Arena.ofConfined()) {
            if (bind(library, "vips_init", Symbol.INT_POINTER).toInt(arena.allocateFrom("latent")) != 0) {
                throw new IllegalStateException("libvips does not start: " + lastError());
            }
            bind(library, "vips_block_untrusted_set", Symbol.RUN_INT).run(1);
            Symbol block = bind(library, "vips_operation_block_set", Symbol.RUN_POINTER_INT);
            block.run(arena.allocateFrom("VipsForeignLoad"), 1);
            OUR_LOADERS.forEach(loader -> block.run(arena.allocateFrom(loader), 0));
            bind(library, "vips_concurrency_set", Symbol.RUN_INT).run(1);
            bind(library, "vips_cache_set_max", Symbol.RUN_INT).run(0);
        }
    }

    LibvipsVersion version() {
        return version;
    }

    /** What libvips said last, and forgets now. The text is one for the whole process: with several threads it may be another's. */
    String lastError() {
        MemorySegment text = errorText.toPointer().reinterpret(Integer.MAX_VALUE);
        String said = text.getString(0).strip();
        errorClear.run();
        return said;
    }
}
