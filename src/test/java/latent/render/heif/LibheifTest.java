package latent.render.heif;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import latent.image.PixelSize;
import latent.pictures.AvifFile;
import latent.pictures.HeicFiles;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What stands between a file and libheif if the header gate had a hole. */
class LibheifTest {
    private static final PixelSize SIZE = new PixelSize(120, 80);

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

    private static MemorySegment lent(Arena arena, byte[] file) {
        return arena.allocateFrom(ValueLayout.JAVA_BYTE, file);
    }
}
