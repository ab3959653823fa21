package dev.earshot.models.visits;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClientAddressTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "null",
      textBlock =
          """
          # who called    | header                                   | trusted | visitor
          203.0.113.1     | null                                     | null | 203.0.113.1
          10.0.0.5        | 203.0.113.5                              | null | 203.0.113.5
          10.0.0.5        | 203.0.113.5, 172.16.0.9                  | null | 203.0.113.5
          10.0.0.5        | 198.51.100.7, 203.0.113.5, 172.31.0.9    | null | 203.0.113.5
          172.32.0.1      | 203.0.113.5                              | null | 172.32.0.1
          100.64.0.1      | 203.0.113.5                              | null | 203.0.113.5
          192.0.2.1       | 203.0.113.5                              | null | 192.0.2.1
          192.0.2.1       | 203.0.113.5                              | 1    | 203.0.113.5
          192.0.2.1       | 198.51.100.7, 203.0.113.5                | 1    | 203.0.113.5
          192.0.2.1       | 198.51.100.7, 203.0.113.5                | 2    | 198.51.100.7
          192.0.2.1       | 198.51.100.7                             | 5    | 198.51.100.7
          10.0.0.5        | 203.0.113.5                              | 0    | 10.0.0.5
          10.0.0.5        | 203.0.113.5:4711                         | null | 203.0.113.5
          10.0.0.5        | [2001:db8::1]:4711                       | null | 2001:db8::1
          10.0.0.5        | 2001:db8::1                              | null | 2001:db8::1
          10.0.0.5        | unknown                                  | null | 10.0.0.5
          10.0.0.5        | _hidden, 10.0.0.9                        | null | 10.0.0.9
          10.0.0.5        | for=203.0.113.5;proto=https              | null | 203.0.113.5
          10.0.0.5        | 'for=192.0.2.43, for="[2001:db8::17]:47"' | null | 2001:db8::17
          10.0.0.5        | 10.0.0.7, 10.0.0.8                       | null | 10.0.0.7
          null            | 203.0.113.5                              | null | 203.0.113.5
          """)
  void isTheLastThatNoProxyOfOnesOwnHas(
      @Nullable String address,
      @Nullable String header,
      @Nullable Integer trusted,
      String visitor) {
    assertEquals(visitor, ClientAddress.of(address, header, trusted));
  }
}
