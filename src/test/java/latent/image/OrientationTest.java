package latent.image;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class OrientationTest {
    private static final PixelSize STORED = new PixelSize(7, 3);

    @Property
    void two_orientations_combine_into_one(
            @ForAll Orientation first,
            @ForAll Orientation second,
            @ForAll @IntRange(max = 6) int x,
            @ForAll @IntRange(max = 2) int y) {
        Orientation both = first.then(second);
        PixelRect there = turned(second, turned(first, new PixelRect(x, y, 1, 1), STORED), first.turn(STORED));
        assertThat(turned(both, new PixelRect(x, y, 1, 1), STORED)).isEqualTo(there);
    }

    @Property
    void a_turned_rectangle_is_turned_back_to_where_it_was(
            @ForAll Orientation turn, @ForAll @IntRange(max = 5) int x, @ForAll @IntRange(max = 1) int y) {
        PixelRect part = new PixelRect(x, y, 2, 2);
        assertThat(turn.unturn(turned(turn, part, STORED), turn.turn(STORED))).isEqualTo(part);
    }

    /** By the picture in Exif 2.32, 4.6.5: transpose, then mirror. */
    private static PixelRect turned(Orientation turn, PixelRect part, PixelSize whole) {
        PixelSize size = turn.turn(whole);
        int x = turn.transposes() ? part.top() : part.left();
        int y = turn.transposes() ? part.left() : part.top();
        int width = turn.transposes() ? part.height() : part.width();
        int height = turn.transposes() ? part.width() : part.height();
        return new PixelRect(
                turn.mirrorsX() ? size.width() - x - width : x,
                turn.mirrorsY() ? size.height() - y - height : y,
                width,
                height);
    }
}
