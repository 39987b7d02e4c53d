package latent.render.heif;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.foreign.ValueLayout;
import latent.image.PixelSize;
import latent.pictures.AvifFile;
import latent.pictures.HeicFiles;
import latent.render.nativecall.NativeFunction;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What stands between a file and libheif if the header gate had a hole. */
class LibheifTest {
    private static final PixelSize SIZE = new PixelSize(120, 80);

    private static final int INVALID_INPUT = 2;
    private static final int END_OF_DATA = 100;
    private static final int UNKNOWN_PRIMARIES = 133;

    private static Libheif library;

    @BeforeAll
    static void open() {
        library = Libheif.open(LibheifHere.orSkip());
    }

    @Test
    void a_picture_of_the_size_that_was_admitted_is_decoded() {
        try (Arena arena = Arena.ofConfined();
                HeifPixels pixels = library.decode(lent(arena, HeicFiles.quarters()), 120, SIZE)) {
            assertThat(pixels.size()).isEqualTo(SIZE);
        }
    }

    @Test
    void a_picture_that_is_longer_is_not_decoded() {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment file = lent(arena, HeicFiles.quarters());
            assertThatThrownBy(() -> library.decode(file, 60, SIZE)).isInstanceOf(HeifException.class);
        }
    }

    @Test
    void a_picture_that_comes_out_in_another_size_is_refused() {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment file = lent(arena, HeicFiles.quarters());
            assertThatThrownBy(() -> library.decode(file, 120, new PixelSize(120, 79)))
                    .isInstanceOf(HeifException.class)
                    .hasMessageContaining("120x80");
        }
    }

    @Test
    void a_profile_that_is_larger_than_any_is_not_copied() {
        try (Arena arena = Arena.ofConfined()) {
            for (int mebibytes : new int[] {1, 5}) {
                byte[] profile = new byte[mebibytes << 20];
                MemorySegment file = lent(arena, AvifFile.withFor(1, HeicFiles.quarters(), AvifFile.profile(profile)));
                try (HeifPixels pixels = library.decode(file, 120, SIZE)) {
                    assertThat(pixels.header().profile().isPresent()).isEqualTo(mebibytes == 1);
                }
            }
        }
    }

    /** Warnings are all that it says of what it passed over; they are given to it here as a decoder gives them. */
    @Test
    void what_it_warns_of_is_damage_but_for_code_points_without_a_meaning() {
        assertThat(isDamaged()).isFalse();
        assertThat(isDamaged(UNKNOWN_PRIMARIES, UNKNOWN_PRIMARIES + 1, UNKNOWN_PRIMARIES + 2))
                .isFalse();
        assertThat(isDamaged(END_OF_DATA)).isTrue();
        assertThat(isDamaged(UNKNOWN_PRIMARIES, UNKNOWN_PRIMARIES + 1, END_OF_DATA))
                .as("behind others")
                .isTrue();
        assertThat(isDamaged(UNKNOWN_PRIMARIES - 1)).isTrue();
    }

    @SuppressWarnings("restricted") // the test is a decoder here
    private static boolean isDamaged(int... warnings) {
        SymbolLookup functions = SymbolLookup.libraryLookup(LibheifHere.orSkip().toString(), Arena.global());
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment place = arena.allocate(ValueLayout.JAVA_LONG);
            Libheif.must(NativeFunction.bind(functions, "heif_image_create").call(8, 8, 1, 10, place.address()));
            long image = place.get(ValueLayout.JAVA_LONG, 0);
            NativeFunction warn = NativeFunction.bind(functions, "heif_image_add_decoding_warning");
            for (int subcode : warnings) {
                warn.call(image, INVALID_INPUT | (long) subcode << Integer.SIZE, 0);
            }
            boolean damaged = library.warnings.tellOfDamage(arena, image);
            NativeFunction.bind(functions, "heif_image_release").call(image);
            return damaged;
        }
    }

    private static MemorySegment lent(Arena arena, byte[] file) {
        return arena.allocateFrom(ValueLayout.JAVA_BYTE, file);
    }
}
