window.YTD.tweets.part1 = [
 {
  "tweet": {
   "id_str": "2028048384000000310",
   "created_at": "Sun Mar 01 14:00:00 +0000 2026",
   "full_text": "Veltrano kettles &amp; lids, a long story: it boils, it sings, it stops on time. it boils, it sings, it stops on time. it boils, it sings, it stops on time. it boils, it sings, it stops on time. it boils, it sings, it stops on time. it boils, it sings, i… https://t.co/zz1",
   "entities": {
    "urls": []
   },
   "favorite_count": "1",
   "retweet_count": "0",
   "lang": "en",
   "truncated": false
  }
 },
 {
  "tweet": {
   "id_str": "2028048384000000311",
   "created_at": "Sun Mar 01 14:00:00 +0000 2026",
   "full_text": "Another story of the same second: nobody knows how it ends. nobody knows how it ends. nobody knows how it ends. nobody knows how it ends. nobody knows how it ends. nobody knows how it ends. nobody knows how it ends. nobody knows how it ends. nobody k… https://t.co/zz1 https://t.co/pic1",
   "entities": {
    "urls": []
   },
   "favorite_count": "1",
   "retweet_count": "0",
   "lang": "en",
   "truncated": false
  }
 },
 {
  "tweet": {
   "id_str": "2028048384000000312",
   "created_at": "Sun Mar 01 14:00:01 +0000 2026",
   "full_text": "Veltrano kettles &amp; lids, a long story: it boils, it sings, it stops on time. it boils, it sings, it stops on time. it boils, it sings, it stops on time. it boils, it sings, it stops on time. it boils, it sings, it stops on time. it boils, it sings, i… https://t.co/zz1",
   "entities": {
    "urls": []
   },
   "favorite_count": "1",
   "retweet_count": "0",
   "lang": "en",
   "truncated": false
  }
 },
 {
  "tweet": {
   "id_str": "2028048384000000313",
   "created_at": "Sun Mar 01 14:00:00 +0000 2026",
   "full_text": "Cut by hand… or not",
   "entities": {
    "urls": []
   },
   "favorite_count": "1",
   "retweet_count": "0",
   "lang": "en",
   "truncated": false
  }
 },
 {
  "tweet": {
   "id_str": "2028048384000000314",
   "created_at": "Sun Mar 01 14:10:00 +0000 2026",
   "full_text": "Twice the same beginning, and then this. Twice the same beginning, and then this. Twice the same beginning, and then this. Twice the same beginning, and then this. Twice the same beginning, and then this. Twice the same beginning, and then this. Twic… https://t.co/zz1",
   "entities": {
    "urls": []
   },
   "favorite_count": "1",
   "retweet_count": "0",
   "lang": "en",
   "truncated": false
  }
 },
 {
  "tweet": {
   "id_str": "2028048384000000315",
   "created_at": "Sun Mar 01 14:00:00 +0000 2026",
   "full_text": "… https://t.co/zz2",
   "entities": {
    "urls": []
   },
   "favorite_count": "1",
   "retweet_count": "0",
   "lang": "en",
   "truncated": false
  }
 }
]
