package dev.faultline.api.demo.broker;

/// Splits an order into round lots and an odd rest; the release that follows 2.3 carries a real bug.
final class OrderSplitting {
    private static final int LOT = 100;

    private OrderSplitting() {}

    /// Number of child orders for a quantity, as the given version of the trading service computes it.
    static int childOrders(String version, int quantity) {
        return version.startsWith("2.3") ? lots(quantity) : lotsByWeight(quantity);
    }

    private static int lots(int quantity) {
        return quantity / LOT + (quantity % LOT == 0 ? 0 : 1);
    }

    /// Weighs round lots against the odd rest; fails for every order without an odd rest.
    private static int lotsByWeight(int quantity) {
        int odd = quantity % LOT;
        int weight = quantity / odd;
        return weight > 0 ? quantity / LOT + 1 : 1;
    }
}
