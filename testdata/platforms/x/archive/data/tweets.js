window.YTD.tweets.part0 = [
  {
    "tweet": {
      "id": "2028048384000000301",
      "id_str": "2028048384000000301",
      "created_at": "Sun Mar 01 13:00:00 +0000 2026",
      "full_text": "New kettles &amp; lids",
      "favorite_count": "5",
      "retweet_count": "1",
      "lang": "en",
      "truncated": false
    }
  },
  {
    "tweet": {
      "id_str": "2028048384000000302",
      "created_at": "Sun Mar 01 13:05:00 +0000 2026",
      "full_text": "@ann_fictional sorry about the lid",
      "in_reply_to_status_id_str": "2028048384000000001",
      "in_reply_to_user_id_str": "101",
      "favorite_count": "0",
      "retweet_count": "0"
    }
  }
]