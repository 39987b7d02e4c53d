package latent.render.vips;

import static latent.render.nativecall.NativeFunction.bind;

import java.lang.foreign.Arena;
import java.lang.foreign.SymbolLookup;
import java.util.List;
import java.util.function.Supplier;
import latent.render.EngineUnavailable;
import latent.render.nativecall.NativeFunction;

/**
 * Initializes libvips, once in a process, for files of strangers. Loaders that the library's makers mark as not fit for hostile files are blocked, and
 * so is every loader of a format that we do not read. One thread for each render, because requests already keep the processors busy (two threads: 18 %
 * less latency at best, and more work in all). No operation cache, because no two renders share a picture.
 *
 * @param library libvips, loaded
 */
record LibvipsStart(SymbolLookup library) {
    private static final List<String> OUR_LOADERS = List.of(
            "VipsForeignLoadJpeg",
            "VipsForeignLoadPng",
            "VipsForeignLoadWebp",
            "VipsForeignLoadNsgif",
            "VipsForeignLoadHeif",
            "VipsForeignLoadTiff");
    private static final String SVG_LOADER = "VipsForeignLoadSvg";
    private static final int LOG_LEVEL_WARNING = 1 << 4;

    /**
     * Initializes the library.
     *
     * @param svg        unblock the loader of SVG as well, which is among those not fit for hostile files; ours are sanitized before
     * @param logHandler address of a GLogFunc, which gets the library's warnings
     * @param lastError  what libvips gives as the reason of a failure
     * @throws EngineUnavailable when it does not start
     */
    void initialize(boolean svg, long logHandler, Supplier<String> lastError) {
        try (Arena arena = Arena.ofConfined()) {
            // A 57-byte PNG makes it print 90 KB of warnings; what matters is an error or comes to our handler.
            bind(library, "g_setenv")
                    .call(
                            arena.allocateFrom("VIPS_WARNING").address(),
                            arena.allocateFrom("off").address(),
                            1);
            if (bind(library, "vips_init").number(arena.allocateFrom("latent").address()) != 0) {
                throw new EngineUnavailable("libvips does not start: " + lastError.get());
            }
            bind(library, "vips_block_untrusted_set").call(1);
            NativeFunction block = bind(library, "vips_operation_block_set");
            block.call(arena.allocateFrom("VipsForeignLoad").address(), 1);
            OUR_LOADERS.forEach(loader -> block.call(arena.allocateFrom(loader).address(), 0));
            block.call(arena.allocateFrom(SVG_LOADER).address(), svg ? 0 : 1);
            bind(library, "g_log_set_handler")
                    .call(arena.allocateFrom("VIPS").address(), LOG_LEVEL_WARNING, logHandler, 0);
            bind(library, "vips_concurrency_set").call(1);
            bind(library, "vips_cache_set_max").call(0);
        }
    }
}
