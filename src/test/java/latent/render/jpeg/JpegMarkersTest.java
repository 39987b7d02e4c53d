package latent.render.jpeg;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

class JpegMarkersTest {
    @Test
    void walks_from_segment_to_segment_up_to_the_first_scan() {
        assertThat(walk("ffd8 ffe0 0004 0000 ffdb 0003 00 ffda 0002 ffd9"))
                .containsExactly("e0 at 2: 6 to 8", "db at 8: 12 to 13", "da at 13: 17 to 17");
    }

    @Test
    void steps_over_fill_bytes_stray_bytes_and_markers_without_content() {
        assertThat(walk("ffd8 ffffffe0 0003 00 123400ff00 ffd0 ff01 ffdb 0002 ffd9"))
                .containsExactly("e0 at 4: 8 to 9", "db at 18: 22 to 22", "d9 at 22: 24 to 24");
    }

    @Test
    void ends_where_the_file_does() {
        assertThat(walk("ffd8")).hasSize(1);
        assertThat(walk("ffd8 ff")).hasSize(1);
        assertThat(walk("ffd8 ffe1")).hasSize(2);
        assertThat(walk("ffd8 ffe1 ff")).hasSize(2);
        assertThat(walk("ffd8 ffe1 ffff 00")).hasSize(2);
        assertThat(walk("ffd8 ffe1 0000 ffda")).hasSize(2);
    }

    @Test
    void tells_what_a_segment_is() {
        JpegMarkers markers = markers("ffd8 ffe1 0006 41424344 ffc4 0002 ffc2 0002 fffe 0002 ffda");
        JpegMarkers.Segment metadata = markers.next();
        assertThat(metadata.isMetadata()).isTrue();
        assertThat(markers.startsWith(metadata, "ABC")).isTrue();
        assertThat(markers.startsWith(metadata, "ABD")).isFalse();
        assertThat(markers.startsWith(metadata, "ABCDE")).as("longer than it").isFalse();
        assertThat(markers.next().isFrameHeader()).as("a Huffman table").isFalse();
        assertThat(markers.next().isFrameHeader()).isTrue();
        assertThat(markers.next().isMetadata()).as("a comment").isTrue();
    }

    private static JpegMarkers markers(String hex) {
        return JpegMarkers.in(MemorySegment.ofArray(HexFormat.of().parseHex(hex.replace(" ", ""))));
    }

    private static List<String> walk(String hex) {
        JpegMarkers markers = markers(hex);
        List<String> seen = new ArrayList<>();
        JpegMarkers.Segment segment;
        do {
            segment = markers.next();
            seen.add("%02x at %d: %d to %d"
                    .formatted(segment.marker(), segment.start(), segment.content(), segment.end()));
        } while (!segment.isLast());
        return seen;
    }
}
