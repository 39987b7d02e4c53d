package latent.render.svg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import latent.image.ImageFormat;
import latent.image.ImageHeader;
import latent.image.PixelRect;
import latent.image.PixelSize;
import latent.key.RequestedSize;
import latent.key.Transformation;
import latent.kit.BesideOtherClasses;
import latent.pictures.Corpus;
import latent.pictures.Encoded;
import latent.pictures.SvgPictures;
import latent.refusal.Refusal;
import latent.render.RenderJob;
import latent.render.RenderSettings;
import latent.render.header.HeaderGate;
import latent.render.header.Limits;
import latent.render.vips.LibvipsHere;
import latent.render.vips.VipsEngine;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@BesideOtherClasses
class SvgDrawingTest {
    private static final PixelSize SIZE = new PixelSize(40, 20);
    private static final List<String> MARKERS = List.of(
            "script", "alert", "javascript", "onload", "http://1", "https:", "file:", "data:", "/etc", "iframe");

    @Test
    void a_rewritten_drawing_has_nothing_that_must_be_left_out() {
        String clean = clean(SvgPictures.busyQuarters("http://127.0.0.1:9"), SIZE);
        assertThat(clean).contains("<rect").doesNotContain(MARKERS.toArray(String[]::new));
        assertThat(clean).doesNotContain("<a", "editor", "<?", "<!");
    }

    @Test
    void a_part_is_shown_through_a_window() {
        byte[] part =
                SvgDrawing.of(SvgPictures.quarters(), SIZE).showing(new PixelRect(20, 0, 20, 10), new PixelSize(7, 9));
        assertThat(new String(part, StandardCharsets.UTF_8))
                .startsWith("<svg xmlns=\"" + AllowedElements.NAMESPACE + "\"")
                .contains("width=\"7\" height=\"9\" viewBox=\"20 0 20 10\"")
                .contains("<svg viewBox=\"0 0 40 20\" x=\"0\" y=\"0\" width=\"40\" height=\"20\">");
    }

    @Test
    void the_gate_s_size_holds_whatever_the_root_says() {
        byte[] huge = "<!-- <svg width='9' height='9'> --><svg width='90000' height='90000' x='5'><g/></svg>"
                .getBytes(StandardCharsets.UTF_8);
        ImageHeader header = gate(huge).orElseThrow();
        assertThat(header.stored()).isEqualTo(new PixelSize(9, 9));
        assertThat(clean(huge, header.stored())).doesNotContain("90000").contains("x=\"0\"");
    }

    @Test
    void a_drawing_may_be_as_intricate_as_people_make_them() {
        String used = "<g id='a'>" + "<path d='M0 0h1'/>".repeat(100) + "</g>" + "<use href='#a'/>".repeat(500);
        assertThat(clean(SvgPictures.of(used), SIZE)).contains("path");
        String clipped =
                "<style>.a{fill:none}.b,.c{clip-path:url(#c)}</style><clipPath id='c'><rect class='a'/></clipPath>";
        assertThat(clean(SvgPictures.of(clipped + "<path class='b' d='M0 0h1'/>".repeat(1_000)), SIZE))
                .contains("clip-path");
        assertThat(clean(SvgPictures.of("<rect width='1' height='1'/>".repeat(40_000)), SIZE))
                .isNotEmpty();
    }

    @Test
    @Timeout(120) // in square time each would take hours
    void a_style_sheet_of_any_form_is_read_in_linear_time() {
        for (String css :
                List.of("a".repeat(1_000_000), "/*".repeat(500_000), "url ".repeat(200_000), "a{".repeat(500_000))) {
            assertThat(clean(SvgPictures.of("<style>" + css + "</style><g class='a'/>"), SIZE))
                    .contains("<g");
        }
    }

    @Test
    void a_compressed_drawing_is_refused() {
        assertThatThrownBy(() -> gate(new byte[] {0x1f, (byte) 0x8b, 8, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0}))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("compressed");
    }

    @Test
    void nothing_is_fetched() throws IOException {
        try (ServerSocket server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
                VipsEngine engine = drawing()) {
            String remote = "http://127.0.0.1:" + server.getLocalPort();
            SvgPictures.hostile(remote)
                    .values()
                    .forEach(file ->
                            assertThatThrownBy(() -> render(engine, file)).isInstanceOf(Refusal.class));
            assertThat(render(engine, SvgPictures.busyQuarters(remote))).isNotEmpty();
            server.setSoTimeout(200);
            assertThatThrownBy(server::accept).isInstanceOf(SocketTimeoutException.class);
        }
    }

    @Test
    void without_the_setting_libvips_itself_refuses() {
        try (VipsEngine engine = new VipsEngine(LibvipsHere.orSkip(), RenderSettings.DEFAULT)) {
            assertThatThrownBy(() -> render(engine, SvgPictures.quarters()))
                    .isInstanceOf(Refusal.class)
                    .hasMessage("SVG pictures cannot be read here.");
        }
    }

    @Test
    void hostile_drawings_of_the_corpora_are_drawn_clean_or_refused() {
        List<String> drawn = new ArrayList<>();
        try (VipsEngine engine = drawing()) {
            for (Corpus.Hostile file : Corpus.hostileImages()) {
                ifAdmitted(file.bytes(), header -> {
                    assertThat(clean(file.bytes(), header.stored()))
                            .as(file.path())
                            .doesNotContain(MARKERS.toArray(String[]::new));
                    assertThat(render(engine, file.bytes())).as(file.path()).isNotEmpty();
                    drawn.add(file.path());
                });
            }
        }
        assertThat(drawn).hasSizeGreaterThan(10).anyMatch(path -> path.contains("green_triangle"));
    }

    private static void ifAdmitted(byte[] file, Consumer<ImageHeader> test) {
        try {
            gate(file).filter(header -> header.format() == ImageFormat.SVG).ifPresent(test);
        } catch (Refusal refused) {
            assertThat(refused.reason().status()).isEqualTo(415);
        }
    }

    private static VipsEngine drawing() {
        return new VipsEngine(LibvipsHere.orSkip(), RenderSettings.DEFAULT.drawingSvg());
    }

    private static byte[] render(VipsEngine engine, byte[] file) {
        Transformation asked = Transformation.of(new RequestedSize(80, 80), ImageFormat.PNG);
        byte[] rendition = engine.render(RenderJob.of(file, gate(file).orElseThrow(), asked));
        assertThat(Encoded.read(rendition).getWidth()).isLessThanOrEqualTo(80);
        return rendition;
    }

    private static Optional<ImageHeader> gate(byte[] file) {
        return new HeaderGate(Limits.DEFAULT).admit(file, file.length);
    }

    private static String clean(byte[] file, PixelSize size) {
        return new String(SvgDrawing.of(file, size).showing(PixelRect.whole(size), size), StandardCharsets.UTF_8);
    }
}
