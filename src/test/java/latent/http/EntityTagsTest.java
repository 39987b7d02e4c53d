package latent.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EntityTagsTest {
    private static final String CURRENT = "\"5d41\"";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"5d41\"",
                "W/\"5d41\"",
                "*",
                "\"old\", \"5d41\"",
                "\"old\",W/\"5d41\" , \"older\"",
                " \"5d41\" "
            })
    void a_client_that_has_the_current_version_matches(String ifNoneMatch) {
        assertThat(EntityTags.match(ifNoneMatch, CURRENT)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ",", "\"old\"", "5d41", "\"5D41\"", "\"5d41", "w/\"5d41\"", "\"*\"", "W/*", "\"5d\"41"})
    void another_version_and_what_is_no_entity_tag_do_not(String ifNoneMatch) {
        assertThat(EntityTags.match(ifNoneMatch, CURRENT)).isFalse();
    }

    @Test
    void without_the_header_nothing_matches() {
        assertThat(EntityTags.match(null, CURRENT)).isFalse();
    }
}
