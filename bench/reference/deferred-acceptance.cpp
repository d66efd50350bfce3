// Learner-proposing deferred acceptance on one thread, as plainly as C++ allows: one binary heap per offer.
// Reads a binary instance made by bench/matching.ts (little endian):
//   int32 learners, int32 wishes per learner, int32 offers, int32 capacity,
//   int32 offer of each wish, float64 standing of each wish (lower is better).
// Prints: milliseconds of the solve, learners placed, and a checksum of the placement.
#include <algorithm>
#include <chrono>
#include <cstdint>
#include <cstdio>
#include <utility>
#include <vector>

int main(int argc, char **argv) {
  if (argc != 2) return 64;
  std::FILE *file = std::fopen(argv[1], "rb");
  int32_t head[4];
  if (!file || std::fread(head, 4, 4, file) != 4) return 65;
  const int learners = head[0], length = head[1], offers = head[2], capacity = head[3];
  const size_t wishes = static_cast<size_t>(learners) * length;
  std::vector<int32_t> offer(wishes);
  std::vector<double> standing(wishes);
  if (std::fread(offer.data(), 4, wishes, file) != wishes) return 65;
  if (std::fread(standing.data(), 8, wishes, file) != wishes) return 65;

  const auto begin = std::chrono::steady_clock::now();
  std::vector<int> next(learners, 0);
  std::vector<int64_t> place(learners, -1);
  std::vector<std::vector<std::pair<double, int>>> heap(offers);
  for (int learner = 0; learner < learners; learner++) {
    int asking = learner;
    while (asking >= 0 && next[asking] < length) {
      const size_t wish = static_cast<size_t>(asking) * length + next[asking]++;
      auto &held = heap[offer[wish]];
      const std::pair<double, int> entry(standing[wish], asking);
      if (static_cast<int>(held.size()) < capacity) {
        held.push_back(entry);
        std::push_heap(held.begin(), held.end());
        asking = -1;
      } else if (entry < held.front()) {
        std::pop_heap(held.begin(), held.end());
        asking = held.back().second;
        held.back() = entry;
        std::push_heap(held.begin(), held.end());
      }
    }
  }
  long placed = 0;
  uint64_t checksum = 0;
  for (int o = 0; o < offers; o++) {
    for (const auto &entry : heap[o]) {
      placed++;
      checksum += static_cast<uint64_t>(entry.second + 1) * static_cast<uint64_t>(o + 1) % 1000003;
    }
  }
  const std::chrono::duration<double, std::milli> took = std::chrono::steady_clock::now() - begin;
  std::printf("%.1f %ld %llu\n", took.count(), placed, static_cast<unsigned long long>(checksum));
  return 0;
}
