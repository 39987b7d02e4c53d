package latent.render.heif;

import static java.lang.foreign.ValueLayout.JAVA_LONG;
import static latent.render.nativecall.NativeFunction.bind;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.nio.file.Path;
import java.util.NoSuchElementException;
import latent.image.PixelSize;
import latent.render.EngineUnavailable;
import latent.render.nativecall.NativeFunction;

/**
 * The part of libheif that decodes one picture. One is made for a process; decoding is thread-safe, each in a context of its own.
 *
 * <p>It is the system's, beside the libheif that is in npm's libvips: the virtual machine loads libraries without offering their names to others
 * ({@code dlopen} with {@code RTLD_LOCAL}), so that each keeps to itself. A result of type {@code heif_error}, of two ints and a pointer, comes in
 * two registers on the machines that this runs on; the first of them, with both ints, is the result of a {@link NativeFunction}.
 */
@SuppressWarnings("restricted") // loading a native library is what this file is for
public final class Libheif {
    /** The oldest that tells of what it passes over. */
    private static final int OLDEST_MAJOR = 1;

    private static final int OLDEST_MINOR = 15;

    private static final int HEVC = 1;
    private static final int RGB = 1;
    private static final int EIGHT_BITS_RGBA = 11;
    private static final int SIXTEEN_BITS_RGBA = 15;

    final NativeFunction handleRelease;
    final NativeFunction contextFree;
    final NativeFunction imageRelease;
    final NativeFunction plane;
    final NativeFunction planeWidth;
    final NativeFunction planeHeight;
    final NativeFunction planeBits;
    final NativeFunction hasAlpha;
    final NativeFunction isPremultiplied;
    final NativeFunction profileBytes;
    final NativeFunction profile;
    final NativeFunction blocks;
    final NativeFunction blockIds;
    final NativeFunction blockBytes;
    final NativeFunction block;
    final DecodingWarnings warnings;
    private final NativeFunction contextNew;
    private final NativeFunction limitSide;
    private final NativeFunction limitThreads;
    private final NativeFunction read;
    private final NativeFunction primary;
    private final NativeFunction lumaBits;
    private final NativeFunction decode;
    private final String version;

    private Libheif(SymbolLookup library) {
        version = version(bind(library, "heif_get_version_number").number(0));
        bind(library, "heif_init").call(0);
        if (bind(library, "heif_have_decoder_for_format").number(HEVC) == 0) {
            throw new EngineUnavailable("libheif " + version + " has no decoder of HEVC");
        }
        contextNew = bind(library, "heif_context_alloc");
        contextFree = bind(library, "heif_context_free");
        limitSide = bind(library, "heif_context_set_maximum_image_size_limit");
        limitThreads = bind(library, "heif_context_set_max_decoding_threads");
        read = bind(library, "heif_context_read_from_memory_without_copy");
        primary = bind(library, "heif_context_get_primary_image_handle");
        handleRelease = bind(library, "heif_image_handle_release");
        lumaBits = bind(library, "heif_image_handle_get_luma_bits_per_pixel");
        hasAlpha = bind(library, "heif_image_handle_has_alpha_channel");
        isPremultiplied = bind(library, "heif_image_handle_is_premultiplied_alpha");
        profileBytes = bind(library, "heif_image_handle_get_raw_color_profile_size");
        profile = bind(library, "heif_image_handle_get_raw_color_profile");
        blocks = bind(library, "heif_image_handle_get_number_of_metadata_blocks");
        blockIds = bind(library, "heif_image_handle_get_list_of_metadata_block_IDs");
        blockBytes = bind(library, "heif_image_handle_get_metadata_size");
        block = bind(library, "heif_image_handle_get_metadata");
        decode = bind(library, "heif_decode_image");
        warnings = new DecodingWarnings(bind(library, "heif_image_get_decoding_warnings"));
        imageRelease = bind(library, "heif_image_release");
        plane = bind(library, "heif_image_get_plane_readonly");
        planeWidth = bind(library, "heif_image_get_width");
        planeHeight = bind(library, "heif_image_get_height");
        planeBits = bind(library, "heif_image_get_bits_per_pixel_range");
    }

    /**
     * Loads and initializes the library, with its plug-ins.
     *
     * @throws EngineUnavailable when there is none at that path, it is too old, or it has no decoder of HEVC; the message says so
     */
    public static Libheif open(Path file) {
        try {
            return new Libheif(SymbolLookup.libraryLookup(file.toString(), Arena.global()));
        } catch (IllegalArgumentException e) {
            throw new EngineUnavailable(String.valueOf(e.getMessage()), e);
        } catch (NoSuchElementException e) {
            throw new EngineUnavailable(file + " is no libheif: " + e.getMessage(), e);
        }
    }

    private static String version(int number) {
        int major = number >>> 24;
        int minor = number >> 16 & 0xff;
        String version = major + "." + minor + "." + (number >> 8 & 0xff);
        if (major < OLDEST_MAJOR || (major == OLDEST_MAJOR && minor < OLDEST_MINOR)) {
            throw new EngineUnavailable("libheif " + version + " is older than " + OLDEST_MAJOR + "." + OLDEST_MINOR);
        }
        return version;
    }

    public String version() {
        return version;
    }

    /**
     * Decodes the primary picture, turned, mirrored and cut as the file says.
     *
     * @param file    the whole file, which must stay as it is until the result is closed
     * @param largest longest side of any picture in the file, in pixels; what claims more is refused before it is decoded
     * @param upright size that must come out
     * @throws HeifException when it cannot be decoded or is damaged
     */
    public HeifPixels decode(MemorySegment file, int largest, PixelSize upright) {
        try (Arena arena = Arena.ofConfined()) {
            long context = contextNew.call();
            long image = 0;
            try {
                // Up to 1.18 a side must be below the limit, later the pixels at most its square.
                limitSide.call(context, Math.addExact(largest, 1));
                // The processors are busy with other renders.
                limitThreads.call(context, 0);
                must(read.call(context, file.address(), file.byteSize(), 0));
                MemorySegment place = arena.allocate(JAVA_LONG);
                must(primary.call(context, place.address()));
                long handle = place.get(JAVA_LONG, 0);
                try {
                    boolean deep = lumaBits.number(handle) > 8;
                    image = decode(arena, handle, deep ? SIXTEEN_BITS_RGBA : EIGHT_BITS_RGBA);
                    return new HeifPixels(this, context, image, HeifHeader.of(this, handle), upright);
                } finally {
                    handleRelease.call(handle);
                }
            } catch (RuntimeException e) {
                imageRelease.call(image);
                contextFree.call(context);
                throw e;
            }
        }
    }

    private long decode(Arena arena, long handle, int chroma) {
        MemorySegment place = arena.allocate(JAVA_LONG);
        must(decode.call(handle, place.address(), RGB, chroma, 0));
        long image = place.get(JAVA_LONG, 0);
        if (warnings.tellOfDamage(arena, image)) {
            imageRelease.call(image);
            throw new HeifException("a part is damaged");
        }
        return image;
    }

    static void must(long error) {
        if ((int) error != 0) {
            throw new HeifException((int) error, (int) (error >> 32));
        }
    }
}
