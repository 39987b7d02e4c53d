package latent.render.colour;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.util.Arrays;
import latent.pictures.MatrixProfile;
import org.junit.jupiter.api.Test;

class SrgbProfileTest {
    private static final byte[] SRGB =
            ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData();

    @Test
    void plain_srgb_is_known_whatever_it_is_called() {
        assertThat(SrgbProfile.is(SRGB)).isTrue();
    }

    @Test
    void other_primaries_and_other_curves_are_not_srgb() {
        assertThat(SrgbProfile.is(MatrixProfile.DISPLAY_P3.bytes())).isFalse();
        assertThat(SrgbProfile.is(MatrixProfile.ADOBE_RGB.bytes())).isFalse();
        assertThat(SrgbProfile.is(
                        ICC_Profile.getInstance(ColorSpace.CS_LINEAR_RGB).getData()))
                .isFalse();
        assertThat(SrgbProfile.is(ICC_Profile.getInstance(ColorSpace.CS_GRAY).getData()))
                .isFalse();
    }

    @Test
    void a_broken_profile_is_not_srgb_and_throws_nothing() {
        for (int length = 0; length < SRGB.length; length += 37) {
            SrgbProfile.is(Arrays.copyOf(SRGB, length));
        }
        byte[] wild = SRGB.clone();
        Arrays.fill(wild, 128, 300, (byte) 0x7f);
        assertThat(SrgbProfile.is(wild)).isFalse();
    }
}
