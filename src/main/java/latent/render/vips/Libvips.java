package latent.render.vips;

import static latent.render.nativecall.NativeFunction.bind;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.nio.file.Path;
import latent.render.EngineUnavailable;
import latent.render.nativecall.NativeFunction;

/**
 * The part of libvips that we use: some thirty of its 1,050 symbols. Every operation is called by name ({@code vips_operation_new}), so that
 * no further symbol is needed for a further operation. One is made for a process; it is thread-safe, as libvips is.
 */
@SuppressWarnings("restricted") // loading a native library is what this file is for
final class Libvips {
    final NativeFunction operationNew;
    final NativeFunction setFromText;
    final NativeFunction setProperty;
    final NativeFunction getProperty;
    final NativeFunction build;
    final NativeFunction unrefOutputs;
    final NativeFunction unref;
    final NativeFunction arrayImageNew;
    final NativeFunction blobNew;
    final NativeFunction blobGet;
    final NativeFunction areaUnref;
    final NativeFunction sourceNew;
    final NativeFunction connectSignal;
    final NativeFunction width;
    final NativeFunction height;
    final NativeFunction bands;
    final NativeFunction bandFormat;
    final NativeFunction interpretation;
    final NativeFunction hasAlpha;
    final NativeFunction pages;
    final NativeFunction pageHeight;
    final NativeFunction fromMemory;
    final NativeFunction copyMemory;
    final NativeFunction data;
    final NativeFunction getBlob;
    final NativeFunction setBlob;
    final NativeFunction getText;
    final NativeFunction setText;
    final NativeFunction fields;
    final NativeFunction freeTexts;
    final NativeFunction setInt;
    final NativeFunction setInts;
    final NativeFunction remove;
    final NativeFunction threadShutdown;
    private final NativeFunction errorText;
    private final NativeFunction free;
    private final DecoderMessages messages = new DecoderMessages();
    private final Callbacks callbacks = new Callbacks(messages);
    private final LibvipsVersion version;

    /**
     * Loads and initializes the library.
     *
     * @param svg unblock the loader of SVG as well, which is among those not fit for hostile files; ours are written anew before
     * @throws EngineUnavailable when there is none at that path, it is older than {@link LibvipsVersion#FLOOR}, or does not start
     */
    Libvips(Path file, boolean svg) {
        SymbolLookup library = load(file);
        version = LibvipsVersion.of(bind(library, "vips_version"));
        version.mustNotBeBelowFloor();
        operationNew = bind(library, "vips_operation_new");
        setFromText = bind(library, "vips_object_set_argument_from_string");
        setProperty = NativeFunction.bindVariadic(library, "g_object_set");
        getProperty = NativeFunction.bindVariadic(library, "g_object_get");
        build = bind(library, "vips_cache_operation_buildp");
        unrefOutputs = bind(library, "vips_object_unref_outputs");
        unref = bind(library, "g_object_unref");
        arrayImageNew = bind(library, "vips_array_image_new");
        blobNew = bind(library, "vips_blob_new");
        blobGet = bind(library, "vips_blob_get");
        areaUnref = bind(library, "vips_area_unref");
        sourceNew = bind(library, "vips_source_custom_new");
        connectSignal = bind(library, "g_signal_connect_data");
        errorText = bind(library, "vips_error_buffer_copy");
        free = bind(library, "g_free");
        width = bind(library, "vips_image_get_width");
        height = bind(library, "vips_image_get_height");
        bands = bind(library, "vips_image_get_bands");
        bandFormat = bind(library, "vips_image_get_format");
        interpretation = bind(library, "vips_image_get_interpretation");
        hasAlpha = bind(library, "vips_image_hasalpha");
        pages = bind(library, "vips_image_get_n_pages");
        pageHeight = bind(library, "vips_image_get_page_height");
        fromMemory = bind(library, "vips_image_new_from_memory");
        copyMemory = bind(library, "vips_image_copy_memory");
        data = bind(library, "vips_image_get_data");
        getBlob = bind(library, "vips_image_get_blob");
        setBlob = bind(library, "vips_image_set_blob_copy");
        getText = bind(library, "vips_image_get_string");
        fields = bind(library, "vips_image_get_fields");
        freeTexts = bind(library, "g_strfreev");
        setText = bind(library, "vips_image_set_string");
        setInt = bind(library, "vips_image_set_int");
        setInts = bind(library, "vips_image_set_array_int");
        remove = bind(library, "vips_image_remove");
        threadShutdown = bind(library, "vips_thread_shutdown");
        new LibvipsStart(library).initialize(svg, callbacks.log(), this::lastError);
    }

    private static SymbolLookup load(Path file) {
        try {
            return SymbolLookup.libraryLookup(file.toString(), Arena.global());
        } catch (IllegalArgumentException e) {
            throw new EngineUnavailable(String.valueOf(e.getMessage()), e);
        }
    }

    LibvipsVersion version() {
        return version;
    }

    /** Whether it was built with an operation. */
    boolean has(String operation) {
        try (Arena arena = Arena.ofConfined()) {
            long found = operationNew.call(arena.allocateFrom(operation).address());
            if (found == 0) {
                collectMessages();
                return false;
            }
            unref.call(found);
            return true;
        }
    }

    DecoderMessages messages() {
        return messages;
    }

    Callbacks callbacks() {
        return callbacks;
    }

    /** A source that reads what {@link Callbacks#add} has given this name; the caller unrefs it. */
    long newSource(long name) {
        long source = sourceNew.call();
        try (Arena arena = Arena.ofConfined()) {
            connectSignal.call(source, arena.allocateFrom("read").address(), callbacks.read(), name);
        }
        return source;
    }

    /** Moves libvips' pending messages into {@link #messages}. */
    void collectMessages() {
        lastError();
    }

    /**
     * The text of libvips' error buffer, which is emptied. There is one buffer in the process: with several threads the text may belong to another
     * one.
     */
    String lastError() {
        long copy = errorText.call();
        MemorySegment text = MemorySegment.ofAddress(copy).reinterpret(Integer.MAX_VALUE);
        String message = text.getString(0).strip();
        free.call(copy);
        messages.note(message);
        return message;
    }
}
