package latent.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClientNetworkTest {
    @ParameterizedTest
    @CsvSource({
        "198.51.100.7, 198.51.100.7",
        "2001:db8:1:2:3:4:5:6, 20010db800010002/64",
        "2001:db8:1:2:ffff::1, 20010db800010002/64",
        "[2001:db8:1:2::9], 20010db800010002/64",
        "::ffff:198.51.100.7, 198.51.100.7",
        "not an address, not an address",
    })
    void a_client_is_the_part_of_its_address_that_it_cannot_change_at_will(String address, String network) {
        assertThat(ClientNetwork.of(address)).isEqualTo(network);
    }
}
