package dev.faultline.api.demo.broker;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class OrderSplittingTest {

    @Test
    void theReleaseInServiceSplitsRoundAndOddOrders() {
        assertThat(OrderSplitting.childOrders("2.3.4", 300)).isEqualTo(3);
        assertThat(OrderSplitting.childOrders("2.3.4", 350)).isEqualTo(4);
    }

    @Test
    void theNewReleaseFailsForRoundOrders() {
        assertThat(OrderSplitting.childOrders("2.4.0", 350)).isEqualTo(4);
        assertThatThrownBy(() -> OrderSplitting.childOrders("2.4.0", 300)).isInstanceOf(ArithmeticException.class);
    }
}
